// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The statistical test of COST 323: how sure it is that the errors of a sample keep within a
 * tolerance, and how sure it must be. All in percent.
 */
public final class Confidence {

  /** Finer than the last digit of any printed δmin. */
  private static final double RESOLUTION = 1e-10;

  private Confidence() {}

  /** π0: the confidence demanded of a sample of this size. */
  public static double demanded(Sample sample, Conditions conditions) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double reach = conditions.plan().factor / conditions.environment().divisor;
    return 100 * (2 * normal.cumulativeProbability(reach - sample.meanReach()) - 1);
  }

  /** π: the confidence reached for errors within plus and minus {@code tolerance}. */
  public static double reached(Sample sample, double tolerance) {
    double m = sample.mean();
    double s = sample.deviation();
    if (s == 0) {
      return Math.abs(m) <= tolerance ? 100 : 0;
    }
    double reach = sample.meanReach();
    return 100
        * (1
            - above(sample.student(), (tolerance - m) / s - reach)
            - above(sample.student(), (tolerance + m) / s - reach));
  }

  /** δmin: the smallest tolerance for which the confidence reached is the one demanded. */
  public static double smallestTolerance(Sample sample, double demanded) {
    if (sample.deviation() == 0) {
      return Math.abs(sample.mean());
    }
    double low = 0;
    double high = Math.abs(sample.mean()) + sample.deviation();
    while (reached(sample, high) < demanded) {
      low = high;
      high *= 2;
    }
    while (high - low > RESOLUTION * high) {
      double middle = (low + high) / 2;
      if (reached(sample, middle) < demanded) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double above(TDistribution student, double x) {
    return student.cumulativeProbability(-x); // symmetrical; 1 - F(x) would lose the tail
  }
}
