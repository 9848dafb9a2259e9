// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

/**
 * Error limits of OIML R 76 for a scale of class III: half an interval up to 500 e, one up to 2000
 * e, one and a half beyond; twice that in service. From general knowledge.
 */
public final class R76 {

  private static final double FIRST_STEP = 500;
  private static final double SECOND_STEP = 2000;

  private R76() {}

  /** Limit at verification for a load, both in the unit of the interval. */
  public static double atVerification(double load, double interval) {
    double intervals = load / interval;
    if (intervals <= FIRST_STEP) {
      return 0.5 * interval;
    }
    return intervals <= SECOND_STEP ? interval : 1.5 * interval;
  }

  /** The same in service. */
  public static double inService(double load, double interval) {
    return 2 * atVerification(load, interval);
  }
}
