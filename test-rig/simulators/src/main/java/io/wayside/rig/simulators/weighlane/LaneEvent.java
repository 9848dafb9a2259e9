// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/** What truly happened on the platform, whatever the indicator showed. */
public sealed interface LaneEvent {

  /** Time since the start of the simulation. */
  long elapsedNanos();

  /** The first tyre touches the platform. */
  record VehicleStarted(long elapsedNanos, Vehicle vehicle) implements LaneEvent {}

  /**
   * An axle stands on the platform and its body is at rest.
   *
   * @param axle counted from 1 at the front
   * @param axleKg its true static mass
   * @param onPlatformKg what of it rests on the platform; less when it stands only partly on it
   */
  record AxleSettled(
      long elapsedNanos, int vehicleNumber, int axle, int axleKg, double onPlatformKg)
      implements LaneEvent {}

  /** The last tyre has left the platform. */
  record VehicleLeft(long elapsedNanos, Vehicle vehicle) implements LaneEvent {}
}
