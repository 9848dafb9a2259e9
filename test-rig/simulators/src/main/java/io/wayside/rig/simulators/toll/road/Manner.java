// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

import java.util.List;

/**
 * How somebody drives: to each leg's end and stands there, then on through the lane or away
 * backwards.
 *
 * @param word its name
 * @param heedsLight stops at red although the arm is up
 * @param gapM to the vehicle ahead when both stand
 * @param legs in order
 * @param leavesBackwards after the last leg is gone, back where it came from
 */
public record Manner(
    String word, boolean heedsLight, double gapM, List<Leg> legs, boolean leavesBackwards) {

  /**
   * Drives with the nose to a place, forwards or backwards, and stands.
   *
   * @param toM nose
   * @param standS how long
   */
  public record Leg(double toM, double standS) {}

  public static final Manner STEADY = new Manner("steady", true, 1.8, List.of(), false);

  /** Goes through on the grant of the vehicle ahead. */
  public static final Manner TAILGATE = new Manner("tailgate", false, 0.6, List.of(), false);

  /** Stops somewhere, then goes on. */
  public static Manner stopping(Leg... legs) {
    return new Manner("stop-and-go", true, 1.8, List.of(legs), false);
  }

  /** Drives as far as a place, waits, and backs out. */
  public static Manner backingOut(double toM, double standS) {
    return new Manner(
        "back-out",
        true,
        1.8,
        List.of(new Leg(toM, standS), new Leg(LaneLayout.ENTRY_M + 10, 0)),
        true);
  }

  /** Backs off L1 and tries again. */
  public static Manner tryingAgain(double toM, double standS) {
    return new Manner("try-again", true, 1.8, List.of(new Leg(toM, standS), new Leg(-6, 2)), false);
  }
}
