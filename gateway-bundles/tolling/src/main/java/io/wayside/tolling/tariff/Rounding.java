// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

/**
 * To what a sum is rounded.
 *
 * @param to a multiple of this many smallest units
 */
public record Rounding(long to, How how) {

  /** Which way. */
  public enum How {
    DOWN,
    /** Halves go up. */
    NEAREST,
    UP
  }

  long apply(long minor) {
    long below = minor - Math.floorMod(minor, to);
    long rest = minor - below;
    return switch (how) {
      case DOWN -> below;
      case NEAREST -> rest >= to - rest ? below + to : below;
      case UP -> rest == 0 ? below : below + to;
    };
  }
}
