// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

/**
 * Damm's check digit: one multiplication in a quasigroup of order ten for each digit. It finds
 * every wrong digit and every swap of two neighbours, which a weighted sum modulo ten does not.
 */
final class CheckDigit {

  /** A totally anti-symmetric quasigroup with zeros in its diagonal (Damm 2004). */
  private static final String[] TABLE = {
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790"
  };

  private CheckDigit() {}

  /** The digit that goes behind these. */
  static char of(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) {
      interim = TABLE[interim].charAt(digits.charAt(i) - '0') - '0';
    }
    return (char) ('0' + interim);
  }

  /** Whether the last digit is that of those before it. */
  static boolean holds(String digits) {
    return of(digits) == '0';
  }
}
