// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import org.jspecify.annotations.Nullable;

/**
 * What one frame says.
 *
 * @param digits the number without its point; 0 when nothing is shown
 * @param decimals digits after the point
 * @param range whether a number is shown at all
 * @param motion what the device says about motion
 * @param basis gross, net or not told
 * @param unit the unit the frame names; null when its format names none
 * @param zeroMissing the device says that its zero was not set since it was switched on
 */
public record Indication(
    long digits,
    int decimals,
    Range range,
    Motion motion,
    Basis basis,
    @Nullable MassUnit unit,
    boolean zeroMissing) {

  /** Whether the device shows a number. */
  public enum Range {
    SHOWN,
    /** Blank display: above or below the range, or no signal. */
    BLANK,
    /** The device says that the load is above its range. */
    OVER,
    /** The device says that the load is below its range. */
    UNDER
  }

  /** A number from a format that tells neither motion nor basis nor unit. */
  public static Indication shown(long digits, int decimals) {
    return new Indication(
        digits, decimals, Range.SHOWN, Motion.NOT_TOLD, Basis.NOT_TOLD, null, false);
  }

  static Indication blank() {
    return none(Range.BLANK);
  }

  /** No number, for this reason. */
  public static Indication none(Range why) {
    return new Indication(0, 0, why, Motion.NOT_TOLD, Basis.NOT_TOLD, null, false);
  }

  public Indication with(Motion told) {
    return new Indication(digits, decimals, range, told, basis, unit, zeroMissing);
  }

  public Indication with(Basis told) {
    return new Indication(digits, decimals, range, motion, told, unit, zeroMissing);
  }

  Indication with(MassUnit told) {
    return new Indication(digits, decimals, range, motion, basis, told, zeroMissing);
  }

  public Indication withZeroMissing(boolean told) {
    return new Indication(digits, decimals, range, motion, basis, unit, told);
  }

  /** The number shown, in the unit of the display; exact as far as a double is. */
  public double value() {
    return digits / Math.pow(10, decimals);
  }

  /** The number shown in kilograms; in a frame that names no unit it is in {@code otherwise}. */
  public double kilograms(MassUnit otherwise) {
    return (unit == null ? otherwise : unit).kilograms(digits, decimals);
  }
}
