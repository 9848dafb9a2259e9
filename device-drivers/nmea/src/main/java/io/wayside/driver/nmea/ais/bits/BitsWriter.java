// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.util.Arrays;

/** Puts bits one after the other. */
public final class BitsWriter {

  private long[] words = new long[Bits.words(424)];
  private int length;

  /**
   * The lowest {@code width} bits, 1 to 32; a negative number in two's complement.
   *
   * @throws IllegalArgumentException when it does not fit
   */
  public BitsWriter put(long value, int width) {
    long least = -1L << (width - 1);
    long most = (1L << width) - 1;
    if (value < least || value > most) {
      throw new IllegalArgumentException(value + " does not fit into " + width + " bits");
    }
    if (Bits.words(length + width) > words.length) {
      words = Arrays.copyOf(words, words.length * 2);
    }
    long high = value << (64 - width);
    int skipped = length & 63;
    words[length >>> 6] |= high >>> skipped;
    words[(length >>> 6) + 1] |= high << 1 << (63 - skipped);
    length += width;
    return this;
  }

  public BitsWriter flag(boolean set) {
    return put(set ? 1 : 0, 1);
  }

  /** So many characters, filled with '@'; what is longer is cut. */
  public BitsWriter text(String text, int characters) {
    for (int i = 0; i < characters; i++) {
      put(i < text.length() ? SixBit.code(text.charAt(i)) : 0, 6);
    }
    return this;
  }

  public BitsWriter all(Bits bits) {
    for (int at = 0; at < bits.length(); at++) {
      flag(bits.flag(at));
    }
    return this;
  }

  public int length() {
    return length;
  }

  public Bits bits() {
    return new Bits(Arrays.copyOf(words, Bits.words(length)), length);
  }
}
