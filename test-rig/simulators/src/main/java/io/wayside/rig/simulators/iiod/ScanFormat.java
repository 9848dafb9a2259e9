// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a channel's raw integer lies in a scan, written {@code le:s24/32>>8} as in the kernel's type
 * files.
 *
 * @param bigEndian byte order of the stored word
 * @param signed two's complement
 * @param fullyDefined written with a capital S or U: the bits above the number repeat its sign, or
 *     are zero; otherwise they mean nothing, and here carry a pattern that a reader must mask out
 * @param bits bits of the number
 * @param storedBits bits of the word: 8, 16, 32 or 64
 * @param shift the number stands so many bits above the lowest
 */
public record ScanFormat(
    boolean bigEndian, boolean signed, boolean fullyDefined, int bits, int storedBits, int shift) {

  private static final Pattern FORM =
      Pattern.compile("([bl])e:([suSU])(\\d{1,2})/(\\d{1,2})>>(\\d{1,2})");

  /** Stands where a reader must not look. */
  private static final long RUBBISH = 0xA5A5_A5A5_A5A5_A5A5L;

  public ScanFormat {
    if (storedBits < 8 || storedBits > 64 || Integer.bitCount(storedBits) != 1) {
      throw new IllegalArgumentException(
          "a stored word has 8, 16, 32 or 64 bits, not " + storedBits);
    }
    if (bits < 1 || shift < 0 || bits + shift > storedBits) {
      throw new IllegalArgumentException(
          "%d bits shifted by %d do not fit into %d".formatted(bits, shift, storedBits));
    }
  }

  /**
   * Reads the kernel's notation.
   *
   * @throws IllegalArgumentException naming what is wrong with it
   */
  public static ScanFormat parse(String text) {
    Matcher parts = FORM.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no scan format; write it as le:s24/32>>8");
    }
    char sign = parts.group(2).charAt(0);
    return new ScanFormat(
        parts.group(1).equals("b"),
        sign == 's' || sign == 'S',
        Character.isUpperCase(sign),
        Integer.parseInt(parts.group(3)),
        Integer.parseInt(parts.group(4)),
        Integer.parseInt(parts.group(5)));
  }

  int bytes() {
    return storedBits / 8;
  }

  /** As the kernel's type file has it. */
  public String inTypeFile() {
    return text(fullyDefined);
  }

  /** libiio writes the sign as a capital too when the number fills its word. */
  String inContext() {
    return text(fullyDefined || bits == storedBits);
  }

  private String text(boolean capital) {
    String sign = signed ? "s" : "u";
    return "%s:%s%d/%d>>%d"
        .formatted(
            bigEndian ? "be" : "le",
            capital ? sign.toUpperCase(Locale.ROOT) : sign,
            bits,
            storedBits,
            shift);
  }

  /** Writes the word at that place; the number keeps its lowest bits. */
  void put(long raw, byte[] scan, int offset) {
    long mask = bits == 64 ? -1L : (1L << bits) - 1;
    long number = raw & mask;
    long word;
    if (fullyDefined) {
      long sign = signed && (number >> (bits - 1) & 1) == 1 ? ~mask : 0;
      word = (number | sign) << shift;
    } else {
      word = (number << shift) | (RUBBISH & ~(mask << shift));
    }
    byte[] big = ByteBuffer.allocate(8).putLong(word).array();
    for (int i = 0; i < bytes(); i++) {
      scan[offset + i] = bigEndian ? big[8 - bytes() + i] : big[7 - i];
    }
  }
}
