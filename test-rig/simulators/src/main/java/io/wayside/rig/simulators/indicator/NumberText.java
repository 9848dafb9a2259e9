// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/** A number as a display writes it, in a field of fixed width. */
public final class NumberText {

  private NumberText() {}

  /** The magnitude with its point: 12340 with two decimals is {@code 123.40}. */
  public static String magnitude(long value, int decimals) {
    String digits = Long.toString(Math.abs(value));
    if (decimals == 0) {
      return digits;
    }
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int point = padded.length() - decimals;
    return padded.substring(0, point) + "." + padded.substring(point);
  }

  /** As {@link #magnitude}, with a minus sign directly before the first digit. */
  public static String signed(long value, int decimals) {
    return (value < 0 ? "-" : "") + magnitude(value, decimals);
  }

  /**
   * The text at the right end of a field.
   *
   * @throws IllegalArgumentException when the text is longer than the field
   */
  public static String right(String text, int width, char filler) {
    if (text.length() > width) {
      throw new IllegalArgumentException(
          text + " does not fit into " + width + " characters; show blank instead");
    }
    return String.valueOf(filler).repeat(width - text.length()) + text;
  }

  /** The largest number of so many digits. */
  static long nines(int digits) {
    long nines = 0;
    for (int i = 0; i < digits; i++) {
      nines = nines * 10 + 9;
    }
    return nines;
  }
}
