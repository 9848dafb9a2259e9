// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/**
 * What an indicator's display and its lamps show.
 *
 * @param value the number without its point, in the unit shown times ten to the power {@code
 *     decimals}; net when a tare is in force; outside the range what would be shown
 * @param decimals digits after the point, 0 to 4
 * @param range whether the number is shown at all
 * @param moving the lamp that says the load is not at rest
 * @param tare tare in force, counted as {@code value} is; 0 for gross
 */
public record Indication(long value, int decimals, Range range, boolean moving, long tare) {

  /** Whether there is a number on the display. */
  public enum Range {
    SHOWN,
    /** Blank: overload or no signal. */
    OVER,
    /** Blank: too far below zero. */
    UNDER
  }

  public Indication {
    if (decimals < 0 || decimals > 4) {
      throw new IllegalArgumentException("decimals " + decimals + " must lie between 0 and 4");
    }
  }

  public static Indication of(long value, int decimals) {
    return new Indication(value, decimals, Range.SHOWN, false, 0);
  }

  /** Nothing is shown: overload or no signal. */
  public static Indication blank(int decimals) {
    return of(0, decimals).as(Range.OVER);
  }

  public Indication as(Range newRange) {
    return new Indication(value, decimals, newRange, moving, tare);
  }

  public Indication inMotion(boolean newMoving) {
    return new Indication(value, decimals, range, newMoving, tare);
  }

  /** The same number as a net value with that tare. */
  public Indication net(long newTare) {
    return new Indication(value, decimals, range, moving, newTare);
  }

  public boolean blank() {
    return range != Range.SHOWN;
  }

  boolean net() {
    return tare != 0;
  }

  boolean negative() {
    return value < 0;
  }
}
