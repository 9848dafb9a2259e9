// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.parking;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Who drives, and how.
 *
 * @param number from 1
 * @param habit what is special about him
 * @param comesMs when, after the world began
 * @param staysMs how long
 */
record Driver(int number, Habit habit, long comesMs, long staysMs) {

  /** Ways of a driver. */
  enum Habit {
    /** Has a tag, which pays. */
    TAG,
    /** Pays at the cash desk and leaves soon. */
    DESK,
    /** Pays at the cash desk, and stays for long after that. */
    DAWDLER,
    /** Pays at the exit. */
    AT_EXIT,
    /** The desk tells his payment twice, and another desk asks for it again. */
    TWICE,
    /** Has lost his ticket; the camera has read his plate. */
    LOST_WITH_PLATE,
    /** Has lost his ticket, and nobody knows anything. */
    LOST,
    /** Backs out of the entry when the barrier is up, and comes again. */
    BACKS_OUT,
    /** Backs out of the exit when the barrier is up, and comes again. */
    BACKS_OUT_OF_EXIT,
    /** Comes in close behind another, and has nothing to show at the exit. */
    TAILGATES_IN,
    /** Leaves close behind another. */
    TAILGATES_OUT
  }

  static Driver random(int number, long afterMs, boolean tailgaters, Random random) {
    List<Habit> all = new ArrayList<>(List.of(Habit.values()));
    if (!tailgaters) {
      all.removeAll(List.of(Habit.TAILGATES_IN, Habit.TAILGATES_OUT));
    }
    return new Driver(
        number,
        all.get(random.nextInt(all.size())),
        afterMs,
        60_000L * (5 + random.nextInt(24 * 60)) + random.nextInt(60_000));
  }

  String ticket() {
    return "t" + number;
  }

  String plate() {
    return "p" + number;
  }

  String tag() {
    return "00b0%020x".formatted(number);
  }

  boolean hasTag() {
    return habit == Habit.TAG;
  }
}
