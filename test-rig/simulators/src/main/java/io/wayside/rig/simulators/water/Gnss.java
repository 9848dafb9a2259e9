// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.util.SplittableRandom;

/** Errors of a receiver in metres: slow, quick, and now and then wild. */
final class Gnss {

  private static final double SLOW_SIGMA_M = 2.0;
  private static final double QUICK_SIGMA_M = 0.7;
  private static final double SLOW_S = 600;
  private static final double WILD_CHANCE = 0.0004;

  private final SplittableRandom random;
  private double eastM;
  private double northM;
  private double lastS = Double.NaN;

  Gnss(SplittableRandom random) {
    this.random = random;
  }

  /** The error of a fix, east and north; sometimes one that is hundreds of metres off. */
  double[] error(double seconds) {
    double kept = Double.isNaN(lastS) ? 0 : Math.exp(-(seconds - lastS) / SLOW_S);
    double fresh = SLOW_SIGMA_M * Math.sqrt(1 - kept * kept);
    eastM = kept * eastM + fresh * random.nextGaussian();
    northM = kept * northM + fresh * random.nextGaussian();
    lastS = seconds;
    double wild = random.nextDouble() < WILD_CHANCE ? 50 + 350 * random.nextDouble() : 0;
    double angle = 2 * Math.PI * random.nextDouble();
    return new double[] {
      eastM + QUICK_SIGMA_M * random.nextGaussian() + wild * Math.cos(angle),
      northM + QUICK_SIGMA_M * random.nextGaussian() + wild * Math.sin(angle)
    };
  }
}
