// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.LaneTiming;
import io.wayside.rig.simulators.weighlane.Manoeuvre;
import io.wayside.rig.simulators.weighlane.Span;

/** The lane of these runs, and the judge that knows its physics. */
final class Lanes {

  static final double FRAME_RATE_HZ = 20;

  /** How long the station waits for a next axle, for the timing of this lane. */
  static final long VEHICLE_GAP_MS = 8_000;

  private static final double IRREGULAR_SHARE = 0.3;
  private static final long SLACK_NANOS = 1_000_000_000L;

  private Lanes() {}

  /** Seven in ten vehicles do as told; the others do each of the irregular manoeuvres. */
  static LaneSettings mixed() {
    return LaneSettings.orderly()
        .withTiming(timing())
        .withIrregular(
            IRREGULAR_SHARE,
            Manoeuvre.NEVER_STANDS_STILL,
            Manoeuvre.DRIVES_BACK,
            Manoeuvre.AXLE_TOO_LIGHT,
            Manoeuvre.AXLE_PARTLY_ON);
  }

  /**
   * The usual drivers, with the distance between vehicles that the station needs. An axle too light
   * to be seen takes about five seconds, and must not look like the end of its vehicle.
   */
  private static LaneTiming timing() {
    LaneTiming usual = LaneTiming.usual();
    return new LaneTiming(
        usual.ramp(),
        usual.braking(),
        usual.still(),
        usual.groupGap(),
        usual.axleGap(),
        new Span(9, 12));
  }

  /**
   * One interval of the indicator and the drift of the lane's zero; an axle need only be seen when
   * it stands clearly above what the station takes for an axle.
   */
  static Judge judge() {
    double toleranceKg =
        IndicatorSettings.axlePlatform().intervalKg() + LaneSettings.orderly().driftKg();
    return new Judge(toleranceKg, VirtualStation.AXLE_PRESENT_KG + toleranceKg, SLACK_NANOS);
  }
}
