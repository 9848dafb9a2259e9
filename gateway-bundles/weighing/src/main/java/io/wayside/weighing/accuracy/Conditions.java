// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

/**
 * Under what conditions the pairs were taken; the confidence that COST 323 demands depends on them.
 *
 * @param environment how far the climate varied
 * @param plan how far vehicles, loads and speeds varied
 * @param initial whether the same pairs served for calibration; tolerances are then 0.8 of those in
 *     service
 */
public record Conditions(Environment environment, Plan plan, boolean initial) {

  /** Ask most: a class reached under them is reached under all others. */
  public static final Conditions STRICTEST = new Conditions(Environment.I, Plan.r1, false);

  /** How far the climate varied during the test; the divisor widens the scatter. */
  public enum Environment {
    /** Repeatable: a short period, temperature and climate steady. */
    I(1.0),
    /** Limited: several days within one season. */
    II(1.05),
    /** Full: several seasons. */
    III(1.10);

    final double divisor;

    Environment(double divisor) {
      this.divisor = divisor;
    }
  }

  /** How far the vehicles varied; named as in COST 323. */
  public enum Plan {
    /** Full repeatability: one vehicle, one load, one speed. */
    r1(2.675),
    /** Extended repeatability: one vehicle at several speeds and loads. */
    r2(2.36),
    /** Limited reproducibility: a few vehicles, loads and speeds. */
    R1(2.155),
    /** Full reproducibility: vehicles of the traffic. */
    R2(2.0);

    final double factor;

    Plan(double factor) {
      this.factor = factor;
    }
  }
}
