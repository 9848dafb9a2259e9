// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell.chip;

/** 24 bits in two's complement. */
public final class Counts {

  /** The ends of the range; a signal beyond them shows as one of them. */
  public static final int MOST = 0x7FFFFF;

  public static final int LEAST = -0x800000;

  private Counts() {}

  /** From the lowest 24 bits. */
  public static int of(int bits) {
    return bits << 8 >> 8;
  }

  /** From three bytes, highest first. */
  static int of(byte high, byte middle, byte low) {
    return of((high & 0xFF) << 16 | (middle & 0xFF) << 8 | (low & 0xFF));
  }
}
