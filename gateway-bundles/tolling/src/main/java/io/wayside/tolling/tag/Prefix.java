// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tag;

import java.util.Comparator;

/**
 * The first bits of the numbers of one kind of tag.
 *
 * @param hex its bits, the last digit filled up with zero bits
 * @param bits how many there are
 */
record Prefix(String hex, int bits) {

  /** What a tag can have: the length in its protocol control word counts 31 words of 16 bits. */
  static final int MOST_BITS = 496;

  /** Bit by bit from the first, the shorter before the longer. */
  static final Comparator<Prefix> IN_ORDER =
      ((Comparator<Prefix>) (a, b) -> -a.compareNumber(b.hex, b.bits))
          .thenComparingInt(Prefix::bits);

  Prefix {
    if (bits < 1 || bits > MOST_BITS || hex.length() != (bits + 3) / 4 || !Hex.isHex(hex)) {
      throw new IllegalArgumentException(
          "\"" + hex + "\" is not a prefix of " + bits + " bits in hexadecimal");
    }
    if (Hex.bits(hex, bits, hex.length() * 4 - bits) != 0) {
      throw new IllegalArgumentException(
          "\"" + hex + "\" has bits set behind the first " + bits + "; make them zero");
    }
  }

  /**
   * Where a number stands: 0 when it begins with this prefix, below when it sorts before it. A
   * number that ends within the prefix sorts before it.
   *
   * @param number in whole lower-case digits
   */
  int compareNumber(String number, int numberBits) {
    int common = Math.min(bits, numberBits);
    for (int i = 0; i * 4 < common; i++) {
      int beyond = Math.max(0, (i + 1) * 4 - common);
      int theirs = Hex.digit(number.charAt(i)) >>> beyond;
      int ours = Hex.digit(hex.charAt(i)) >>> beyond;
      if (theirs != ours) {
        return theirs - ours;
      }
    }
    return numberBits < bits ? -1 : 0;
  }

  /** Whether some number could begin with both. */
  boolean overlaps(Prefix other) {
    return bits <= other.bits
        ? compareNumber(other.hex, other.bits) == 0
        : other.compareNumber(hex, bits) == 0;
  }
}
