// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/**
 * The rhythm of a lane.
 *
 * @param ramp from the first touch of a tyre to its full footprint on the platform, and off again
 * @param braking from the full footprint to standstill
 * @param still standing still on the platform
 * @param groupGap platform empty between axles of one group
 * @param axleGap platform empty between other axles of one vehicle
 * @param vehicleGap platform empty between vehicles
 */
public record LaneTiming(
    Span ramp, Span braking, Span still, Span groupGap, Span axleGap, Span vehicleGap) {

  /** A vehicle with two axles takes about seven seconds. */
  public static LaneTiming usual() {
    return new LaneTiming(
        new Span(0.35, 0.5),
        new Span(0.3, 0.5),
        new Span(1.6, 2.0),
        new Span(0.5, 0.8),
        new Span(0.8, 1.2),
        new Span(4, 7));
  }
}
