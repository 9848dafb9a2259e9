// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.nio.DoubleBuffer;
import java.util.List;
import java.util.SplittableRandom;

/** A photodiode in a lantern: it sees the lamp, some of the sky, and noise. */
final class Photodiode {

  private static final int STEP_MS = 100;
  private static final int BLOCK_MS = 500;
  private static final int MINUTE_MS = 60_000;
  private static final double DARK_V = 0.05;
  private static final double LAMP_V = 0.8;
  private static final double SKY_V = 0.3;
  private static final double NOISE_V = 0.02;

  private final Sky sky;
  private final SplittableRandom random;

  Photodiode(Sky sky, long seed) {
    this.sky = sky;
    this.random = new SplittableRandom(seed ^ 0xE7E);
  }

  /** What it measures in a minute, block by block, each when it is full. */
  void minute(FieldAid aid, long fromMs, List<Heard> heard) {
    double seconds = fromMs / 1_000.0;
    boolean burns = aid.burns(seconds);
    Lamp lamp = aid.lamp(seconds);
    double shines = LAMP_V * aid.strength(seconds);
    double elevation = Math.toRadians(sky.elevationDeg(seconds));
    double ground = DARK_V + SKY_V * Math.max(0, Math.sin(elevation)) * (1 - sky.cloud(seconds));
    for (long block = fromMs; block < fromMs + MINUTE_MS; block += BLOCK_MS) {
      double[] volts = new double[BLOCK_MS / STEP_MS];
      for (int i = 0; i < volts.length; i++) {
        boolean lit = burns && lamp.litAt(block + (long) i * STEP_MS);
        double noise = NOISE_V * (random.nextDouble() + random.nextDouble() - 1);
        volts[i] = ground + (lit ? shines : 0) + noise;
      }
      heard.add(
          new Heard.Levels(
              block + BLOCK_MS, aid.charted().index(), STEP_MS, DoubleBuffer.wrap(volts)));
    }
  }
}
