// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.road;

import java.util.SplittableRandom;

/**
 * One road, left and right wheel path, fixed in space: every vehicle meets the same bumps. A sum of
 * cosines from 0.01 to 10 cycles per metre that repeats after {@link #PERIOD_M}.
 *
 * <p>What is kept is the integral of the height, so that the mean over any contact length costs two
 * look-ups.
 */
public final class RoadProfile {
  /** Distance after which the road repeats. */
  public static final double PERIOD_M = 200;

  private static final int POINTS = 1 << 14;
  private static final double POINTS_PER_M = POINTS / PERIOD_M;
  private static final double LOWEST_PER_M = 0.01;
  private static final double HIGHEST_PER_M = 10;
  private static final double N0_PER_M = 0.1;

  private final double[] left;
  private final double[] right;

  private RoadProfile(double[] left, double[] right) {
    this.left = left;
    this.right = right;
  }

  /** The road of the given spectrum; the seed settles the phases. */
  public static RoadProfile of(RoadSpec spec, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Waves left = new Waves(POINTS);
    Waves right = new Waves(POINTS);
    double stepPerM = 1 / PERIOD_M;
    int first = (int) Math.round(LOWEST_PER_M / stepPerM);
    int last = (int) Math.round(HIGHEST_PER_M / stepPerM);
    for (int k = first; k <= last; k++) {
      double perM = k * stepPerM;
      double gd = spec.gdM3() * (N0_PER_M / perM) * (N0_PER_M / perM);
      double shared = Math.exp(-perM * spec.coherenceM() / 2);
      double height = Math.sqrt(2 * gd * stepPerM);
      // a cosine of height h integrates to a sine of height h / (2 pi n)
      double integral = height / (2 * Math.PI * perM);
      double phase = random.nextDouble(2 * Math.PI);
      double own = Math.sqrt(1 - shared * shared);
      left.addSine(k, shared * integral, phase);
      left.addSine(k, own * integral, random.nextDouble(2 * Math.PI));
      right.addSine(k, shared * integral, phase);
      right.addSine(k, own * integral, random.nextDouble(2 * Math.PI));
    }
    return new RoadProfile(left.values(), right.values());
  }

  /** Height of the left path, averaged over {@code lengthM} around {@code xM}. */
  public double left(double xM, double lengthM) {
    return mean(left, xM, lengthM);
  }

  /** Height of the right path, averaged over {@code lengthM} around {@code xM}. */
  public double right(double xM, double lengthM) {
    return mean(right, xM, lengthM);
  }

  private static double mean(double[] integral, double xM, double lengthM) {
    return (at(integral, xM + lengthM / 2) - at(integral, xM - lengthM / 2)) / lengthM;
  }

  private static double at(double[] integral, double xM) {
    double place = xM * POINTS_PER_M;
    double floor = Math.floor(place);
    // POINTS is a power of two: the mask also folds negative places
    int index = (int) ((long) floor & (POINTS - 1));
    double from = integral[index];
    return from + (place - floor) * (integral[(index + 1) & (POINTS - 1)] - from);
  }
}
