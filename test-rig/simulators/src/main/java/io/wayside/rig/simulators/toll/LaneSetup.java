// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import io.wayside.rig.simulators.toll.road.LaneLayout;

/**
 * A lane of the station.
 *
 * @param number from 1
 * @param layout what is where
 * @param automatic opens for everybody by itself, as a lane that is not under test
 * @param opensS what the arm takes up
 * @param closesS what the arm takes down
 * @param bounces share of the loops' changes that bounce
 * @param interlocked the barrier's own electronics do not let it close on an occupied L3
 */
public record LaneSetup(
    int number,
    LaneLayout layout,
    boolean automatic,
    double opensS,
    double closesS,
    double bounces,
    boolean interlocked) {

  /** Lanes lie so far from each other. */
  public static final double PITCH_M = 5.5;

  /** A lane whose barrier somebody commands. */
  public static LaneSetup commanded(int number) {
    return new LaneSetup(
        number, LaneLayout.usual((number - 1) * PITCH_M), false, 0.75, 0.8, 0.02, false);
  }

  /** A lane that runs by itself. */
  public static LaneSetup byItself(int number) {
    return new LaneSetup(
        number, LaneLayout.usual((number - 1) * PITCH_M), true, 0.75, 0.8, 0.02, false);
  }

  /** The same lane with its barrier commanded by somebody. */
  public LaneSetup commanded() {
    return new LaneSetup(number, layout, false, opensS, closesS, bounces, interlocked);
  }

  public LaneSetup opening(double up, double down) {
    return new LaneSetup(number, layout, automatic, up, down, bounces, interlocked);
  }

  public LaneSetup bouncing(double share) {
    return new LaneSetup(number, layout, automatic, opensS, closesS, share, interlocked);
  }

  public LaneSetup laidOut(LaneLayout other) {
    return new LaneSetup(number, other, automatic, opensS, closesS, bounces, interlocked);
  }

  public LaneSetup withInterlock() {
    return new LaneSetup(number, layout, automatic, opensS, closesS, bounces, true);
  }
}
