// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

/** Hexadecimal digits of check sums. */
final class Digits {

  static final int NONE = -1;

  private Digits() {}

  /** The byte that two digits write, or {@link #NONE}. */
  static int hex(byte high, byte low) {
    int first = digit(high);
    int second = digit(low);
    return first < 0 || second < 0 ? NONE : first << 4 | second;
  }

  private static int digit(byte letter) {
    if (letter >= '0' && letter <= '9') {
      return letter - '0';
    }
    int large = letter & ~0x20;
    return large >= 'A' && large <= 'F' ? large - 'A' + 10 : NONE;
  }
}
