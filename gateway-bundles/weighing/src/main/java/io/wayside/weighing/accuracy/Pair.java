// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

/**
 * A measured value beside the one it is compared with.
 *
 * @param criterion what was measured
 * @param reference the value taken as true, in the criterion's unit; not zero
 * @param measured in the same unit
 * @param vehicle the kind of vehicle, where an accuracy table tells them apart
 * @param axles how many the load stands on; 0 when not told
 */
public record Pair(
    Criterion criterion, double reference, double measured, Vehicle vehicle, int axles) {

  /** The kinds of reference vehicle of OIML R 134. */
  public enum Vehicle {
    TWO_AXLE_RIGID,
    OTHER,
    NOT_TOLD
  }

  public Pair {
    if (!(reference > 0) || !Double.isFinite(reference) || !Double.isFinite(measured)) {
      throw new IllegalArgumentException("a reference must be above zero, not " + reference);
    }
    if (axles < 0) {
      throw new IllegalArgumentException("axles must be 0 or more, not " + axles);
    }
  }

  /** Where the number of axles is not told. */
  public Pair(Criterion criterion, double reference, double measured, Vehicle vehicle) {
    this(criterion, reference, measured, vehicle, 0);
  }

  public static Pair of(Criterion criterion, double reference, double measured) {
    return new Pair(criterion, reference, measured, Vehicle.NOT_TOLD);
  }

  /** Relative error in percent of the reference. */
  public double errorPercent() {
    return 100 * (measured - reference) / reference;
  }
}
