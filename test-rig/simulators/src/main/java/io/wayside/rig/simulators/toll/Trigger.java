// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

/** When an order's moment has come. */
public sealed interface Trigger {

  /** At a time. */
  record At(long nanos) implements Trigger {}

  /** When a vehicle's nose gets to a place. */
  record NoseAt(int vehicle, double placeM) implements Trigger {}

  /** When the arm was told to go up and this vehicle is the first before it. */
  record ArmRaisedFor(int vehicle) implements Trigger {}

  /** When a vehicle has passed. */
  record Passed(int vehicle) implements Trigger {}
}
