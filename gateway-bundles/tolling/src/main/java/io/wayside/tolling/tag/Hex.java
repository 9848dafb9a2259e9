// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

/** Bits of numbers that are written in hexadecimal, read in place and without garbage. */
public final class Hex {

  private Hex() {}

  /** What a lower-case digit stands for; -1 when it is none. */
  public static int digit(int character) {
    if (character >= '0' && character <= '9') {
      return character - '0';
    }
    return character >= 'a' && character <= 'f' ? character - 'a' + 10 : -1;
  }

  /** Whether a text consists of lower-case digits, as every tag number must. */
  public static boolean isHex(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (digit(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * A byte of a number, most significant first. Bits behind its last one read as zero, whatever the
   * reader filled them up with.
   *
   * @param hex whole bytes of lower-case digits
   * @param bits how many of them are the number's
   */
  public static int byteAt(String hex, int bits, int index) {
    int value = digit(hex.charAt(2 * index)) << 4 | digit(hex.charAt(2 * index + 1));
    int behind = (index + 1) * 8 - bits;
    return behind > 0 ? value & (0xff << behind) & 0xff : value;
  }

  /** Bits from {@code at}, as a whole number; {@code count} is at most 63. */
  static long bits(String hex, int at, int count) {
    long value = 0;
    for (int i = at; i < at + count; i++) {
      value = value << 1 | (digit(hex.charAt(i / 4)) >>> (3 - i % 4) & 1);
    }
    return value;
  }
}
