// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

import io.wayside.rig.simulators.toll.radio.Antenna;
import io.wayside.rig.simulators.toll.radio.Point;
import java.util.List;
import java.util.Optional;

/**
 * What is where in a lane with a barrier.
 *
 * @param centreM the lane's middle, across
 * @param arming loop L1
 * @param middle loop L2, where there is one
 * @param stopM where the stop line is
 * @param armM where the barrier's arm comes down
 * @param safety loop L3
 * @param antennas of the lane's reader
 */
public record LaneLayout(
    double centreM,
    Span arming,
    Optional<Span> middle,
    double stopM,
    double armM,
    Span safety,
    List<Antenna> antennas) {

  /** Where vehicles come into being. */
  public static final double ENTRY_M = -40;

  /** So far behind L3 the tail must be for the vehicle to have left. */
  private static final double AWAY_M = 8;

  private static final double MOUNTED_M = 5.5;
  private static final double GAIN_DBI = 8;
  private static final double BEAM_DEG = 60;

  /** The usual lane: an antenna before L1 and one between L1 and the arm. */
  public static LaneLayout usual(double centreM) {
    return new LaneLayout(
        centreM,
        new Span(0, 2),
        Optional.empty(),
        11,
        12,
        new Span(12.5, 15),
        List.of(antenna(1, 0, centreM), antenna(2, 11, centreM)));
  }

  private static Antenna antenna(int port, double xM, double yM) {
    return new Antenna(port, new Point(xM, yM, MOUNTED_M), 50, GAIN_DBI, BEAM_DEG);
  }

  /** The same with a loop L2. */
  public LaneLayout withMiddleLoop() {
    return new LaneLayout(
        centreM, arming, Optional.of(new Span(6, 8)), stopM, armM, safety, antennas);
  }

  public double awayM() {
    return safety.toM() + AWAY_M;
  }
}
