// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;

/**
 * What one frame says.
 *
 * @param digits the number without its point; 0 when nothing is shown
 * @param decimals digits after the point
 * @param range whether a number is shown at all
 * @param motion what the device says about motion
 * @param basis gross, net or not told
 */
public record Indication(long digits, int decimals, Range range, Motion motion, Basis basis) {

  /** Whether the device shows a number. */
  public enum Range {
    SHOWN,
    /** Blank display: above or below the range, or no signal. */
    BLANK
  }

  /** A number from a format that tells neither motion nor basis. */
  static Indication shown(long digits, int decimals) {
    return new Indication(digits, decimals, Range.SHOWN, Motion.NOT_TOLD, Basis.NOT_TOLD);
  }

  static Indication blank() {
    return new Indication(0, 0, Range.BLANK, Motion.NOT_TOLD, Basis.NOT_TOLD);
  }

  /** The number shown, in the unit of the display; exact as far as a double is. */
  public double value() {
    return digits / Math.pow(10, decimals);
  }
}
