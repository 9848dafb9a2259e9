// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import java.util.Random;

/** How many more instants the gateway lives. */
final class Fate {

  private final Random chance;
  private long instants = Long.MAX_VALUE;

  Fate(Random chance) {
    this.chance = chance;
  }

  void live(int atMost) {
    instants = 1L + chance.nextInt(atMost);
  }

  void spare() {
    instants = Long.MAX_VALUE;
  }

  /** A point at which the gateway may die. */
  void instant() {
    instants--;
    if (instants <= 0) {
      instants = Long.MAX_VALUE;
      throw new Killed();
    }
  }
}
