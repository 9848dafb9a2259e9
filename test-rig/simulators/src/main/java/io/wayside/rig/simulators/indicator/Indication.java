// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/**
 * What an indicator's display shows.
 *
 * @param value the number without its point, in kilograms times ten to the power {@code decimals}
 * @param decimals digits after the point, 0 to 4
 * @param blank nothing is shown: overload or no signal; {@code value} means nothing then
 */
public record Indication(long value, int decimals, boolean blank) {

  public Indication {
    if (decimals < 0 || decimals > 4) {
      throw new IllegalArgumentException("decimals " + decimals + " must lie between 0 and 4");
    }
  }

  public static Indication of(long value, int decimals) {
    return new Indication(value, decimals, false);
  }

  public static Indication blank(int decimals) {
    return new Indication(0, decimals, true);
  }

  boolean negative() {
    return value < 0;
  }
}
