// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.util.Arrays;

/**
 * The letters as which bits travel in sentences: six bits each, 0 to 39 as '0' to 'W', 40 to 63 as
 * '`' to 'w'.
 */
public final class Armour {

  /** More than nine sentences of 1,024 characters hold. */
  private static final int LONGEST = 16_384;

  private static final byte NONE = -1;
  private static final byte[] VALUES = values();

  private Armour() {}

  private static byte[] values() {
    byte[] values = new byte[128];
    Arrays.fill(values, NONE);
    for (int value = 0; value < 64; value++) {
      values[letter(value)] = (byte) value;
    }
    return values;
  }

  /** The bits that letters stand for, without the last {@code fill}, 0 to 5. */
  public static Bits bits(String text, int from, int to, int fill) throws NotArmour {
    int length = (to - from) * 6 - fill;
    if (length < 0 || to - from > LONGEST) {
      throw new NotArmour((to - from) + " letters, of which " + fill + " bits are to be left out");
    }
    long[] words = new long[Bits.words(length + fill)];
    long word = 0;
    int free = 64;
    int next = 0;
    for (int i = from; i < to; i++) {
      char letter = text.charAt(i);
      int value = letter < 128 ? VALUES[letter] : NONE;
      if (value < 0) {
        throw new NotArmour("letter " + (i - from + 1) + " is none of '0' to 'W', '`' to 'w'");
      }
      free -= 6;
      if (free >= 0) {
        word |= (long) value << free;
      } else {
        words[next++] = word | value >>> -free;
        free += 64;
        word = (long) value << free;
      }
    }
    words[next] = word;
    return new Bits(words, length);
  }

  /** The letters of all bits; the last filled with {@link #fill} zeros. */
  public static String letters(Bits bits) {
    StringBuilder text = new StringBuilder(bits.length() / 6 + 1);
    for (int at = 0; at < bits.length(); at += 6) {
      text.append(letter(bits.unsigned(at, 6)));
    }
    return text.toString();
  }

  /** How many zeros fill the last letter. */
  public static int fill(Bits bits) {
    return (6 - bits.length() % 6) % 6;
  }

  private static char letter(int value) {
    return (char) (value < 40 ? value + 48 : value + 56);
  }
}
