// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.gate;

import java.util.Random;

/**
 * What a world puts its gateway through.
 *
 * @param cheats some people do not tap as they should
 * @param killed the power goes at any moment, again and again
 * @param moody the journal is late or takes nothing for a while
 * @param wrongClock after a restart the wall clock may be hours off, and follows nothing
 */
record Trials(boolean cheats, boolean killed, boolean moody, boolean wrongClock) {

  static final Trials NONE = new Trials(true, false, false, false);

  /** Honest people, and a gateway that dies at one record. */
  static final Trials ONE_KILL = new Trials(false, false, false, false);

  static Trials random(Random random) {
    return new Trials(
        random.nextBoolean(), random.nextBoolean(), random.nextBoolean(), random.nextBoolean());
  }

  private static final long[] DOWN_MS = {2_000, 7_000, 90_000};

  /** Shorter and longer than a tap holds. */
  static long downMs(Random random) {
    return DOWN_MS[random.nextInt(DOWN_MS.length)];
  }
}
