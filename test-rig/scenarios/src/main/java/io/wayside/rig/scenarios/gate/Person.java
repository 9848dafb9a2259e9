// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import io.wayside.tolling.gate.Way;
import java.util.Random;

/**
 * Somebody at the gate.
 *
 * @param way where he wants to go
 * @param token of his medium
 */
record Person(Habit habit, Way way, String token) {

  /** Ways of a person. */
  enum Habit {
    /** Taps and walks through. */
    HONEST,
    /** Taps twice, since nothing seemed to happen. */
    TAPS_TWICE,
    /** Taps and turns round. */
    TURNS_ROUND,
    /** The same, and goes after all when his tap has lapsed. */
    COMES_AGAIN,
    /** Hands his medium back to a friend, who taps and finds the gate shut. */
    PASSES_BACK,
    /** Walks close behind an honest one. */
    TAILGATES,
    /** Has a medium that is denied. */
    DENIED,
    /** Walks the wrong way while the gate is open for another. */
    WRONG_WAY
  }

  static Person random(int number, Way way, String token, Random random) {
    Habit[] all = Habit.values();
    Habit habit = random.nextInt(3) > 0 ? Habit.HONEST : all[random.nextInt(all.length)];
    return new Person(habit, way, habit == Habit.DENIED ? "dead%012x".formatted(number) : token);
  }
}
