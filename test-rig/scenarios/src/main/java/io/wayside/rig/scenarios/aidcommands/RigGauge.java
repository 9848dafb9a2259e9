// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aidcommands;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Water that rises and falls, and a gauge that now and then errs, goes mad or falls silent. What it
 * truly was can be asked second by second.
 */
final class RigGauge {

  /** Below, the rule has the light dark. */
  static final double LOW_M = 1.5;

  /**
   * From here on the rule has it show another rhythm, until the level is lower by the dead zone.
   */
  static final double HIGH_M = 3.0;

  static final double DEAD_ZONE_M = 0.2;

  /** So long the level is looked at before it is believed. */
  static final int PERSIST_S = 20;

  /** So long after its last steady reading the gauge is silent. */
  static final int STALE_S = 120;

  private static final int EVERY_S = 5;
  private static final int BAD_APART_S = 60;
  private static final double TIDE_S = 2_700;
  private static final double NOISE_M = 0.02;

  private final Random chance;
  private final List<Boolean> sound = new ArrayList<>();
  private final double begins;
  private Mood mood = Mood.SOUND;
  private int moodUntilS;
  private int badS = -BAD_APART_S;

  private enum Mood {
    SOUND,
    MAD,
    SILENT
  }

  RigGauge(Random chance) {
    this.chance = chance;
    this.begins = chance.nextDouble() * TIDE_S;
  }

  double levelM(int second) {
    return 2.25 + 1.4 * Math.sin(2 * Math.PI * (second + begins) / TIDE_S);
  }

  /** A second goes by; every few of them there is a reading. */
  OptionalDouble second(int now) {
    if (now >= moodUntilS) {
      int luck = chance.nextInt(6);
      mood = luck == 0 ? Mood.MAD : luck == 1 ? Mood.SILENT : Mood.SOUND;
      moodUntilS = now + (mood == Mood.SOUND ? 600 : 30) + chance.nextInt(600);
    }
    sound.add(mood == Mood.SOUND);
    if (now % EVERY_S != 0 || mood == Mood.SILENT) {
      return OptionalDouble.empty();
    }
    boolean bad = now - badS >= BAD_APART_S && chance.nextInt(20) == 0;
    if (bad) {
      badS = now;
    }
    return OptionalDouble.of(
        bad || mood == Mood.MAD
            ? chance.nextDouble() * 6
            : levelM(now) + NOISE_M * chance.nextGaussian());
  }

  /** Whether it told the truth, but for single readings, all these seconds. */
  boolean wasSound(int from, int to) {
    for (int second = Math.max(0, from); second <= to; second++) {
      if (!sound.get(second)) {
        return false;
      }
    }
    return true;
  }
}
