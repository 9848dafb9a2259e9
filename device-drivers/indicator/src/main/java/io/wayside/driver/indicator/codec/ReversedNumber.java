// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import org.jspecify.annotations.Nullable;

/** A number written least significant character first: digits, at most one point, then a sign. */
final class ReversedNumber {

  private ReversedNumber() {}

  /** What the characters say; null when they are no number of this form. */
  static @Nullable Indication read(byte[] characters, int count) {
    long number = 0;
    long weight = 1;
    int digits = 0;
    int decimals = -1;
    int at = 0;
    for (; at < count && (isDigit(characters[at]) || characters[at] == '.'); at++) {
      if (characters[at] != '.') {
        number += weight * (characters[at] - '0');
        weight *= 10;
        digits++;
      } else if (decimals < 0) {
        decimals = digits;
      } else {
        return null;
      }
    }
    if (at == 0) {
      return blanks(characters, 0, count) ? Indication.blank() : null;
    }
    at = afterBlanks(characters, at, count);
    boolean negative = at < count && characters[at] == '-';
    boolean complete = digits > 0 && blanks(characters, negative ? at + 1 : at, count);
    return complete ? Indication.shown(negative ? -number : number, Math.max(decimals, 0)) : null;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }

  private static boolean blanks(byte[] characters, int from, int to) {
    return afterBlanks(characters, from, to) == to;
  }

  private static int afterBlanks(byte[] characters, int from, int to) {
    int at = from;
    while (at < to && characters[at] == ' ') {
      at++;
    }
    return at;
  }
}
