// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

import java.util.Arrays;
import java.util.Optional;

/**
 * The bits of a message, the first sent is bit 0, numbers with their highest bit first. What lies
 * beyond the end reads as zeros; who must know asks {@link #has} first.
 */
public final class Bits {

  private static final int CHARACTER = 6;
  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);

  /** Highest bit first; all after the last bit is zero, and one word more than they fill. */
  private final long[] words;

  private final int length;

  Bits(long[] words, int length) {
    int needed = words(length);
    this.words = words.length == needed ? words : Arrays.copyOf(words, needed);
    this.length = length;
    int last = length >>> 6;
    this.words[last] = (length & 63) == 0 ? 0 : words[last] & (-1L << (64 - (length & 63)));
    this.words[last + 1] = 0;
  }

  /** How many words so many bits take, with the one more. */
  static int words(int length) {
    return (length >>> 6) + 2;
  }

  public int length() {
    return length;
  }

  /** Whether all these bits are there. */
  public boolean has(int at, int width) {
    return at + width <= length;
  }

  /** A number of 1 to 31 bits without a sign. */
  public int unsigned(int at, int width) {
    return at >= length ? 0 : (int) (from(at) >>> (64 - width));
  }

  /** A number of 1 to 32 bits in two's complement. */
  public int signed(int at, int width) {
    return at >= length ? 0 : (int) (from(at) >> (64 - width));
  }

  public boolean flag(int at) {
    return at < length && from(at) < 0;
  }

  /** A flag that shorter forms of the message end before. */
  public Optional<Boolean> flagIfThere(int at) {
    if (at >= length) {
      return Optional.empty();
    }
    return from(at) < 0 ? YES : NO;
  }

  /** The 64 bits from here on. */
  private long from(int at) {
    int word = at >>> 6;
    int skipped = at & 63;
    // Shifting by 64 would shift by nothing: hence in two steps.
    return words[word] << skipped | words[word + 1] >>> 1 >>> (63 - skipped);
  }

  /** Six-bit text up to the first '@', without blanks at its end; as much of it as is there. */
  public String text(int at, int width) {
    return SixBit.trimmed(characters(at, width));
  }

  /** Six-bit text up to the first '@', blanks at its end and all. */
  public String characters(int at, int width) {
    int most = Math.max(0, Math.min(width, length - at)) / CHARACTER;
    byte[] ascii = new byte[most];
    for (int i = 0; i < most; i++) {
      int code = (int) (from(at + i * CHARACTER) >>> (64 - CHARACTER));
      if (code == 0) {
        return SixBit.ascii(ascii, i);
      }
      ascii[i] = SixBit.letter(code);
    }
    return SixBit.ascii(ascii, most);
  }

  /** Those from here to there; nothing when they lie beyond the end. */
  public Bits slice(int from, int to) {
    int end = Math.min(to, length);
    int count = Math.max(0, end - from);
    long[] cut = new long[words(count)];
    for (int i = 0; i < count; i += 64) {
      cut[i >>> 6] = from(from + i);
    }
    return new Bits(cut, count);
  }

  /** The same with one of them, which is there, at zero. */
  public Bits cleared(int at) {
    long[] changed = words.clone();
    changed[at >>> 6] &= ~(Long.MIN_VALUE >>> (at & 63));
    return new Bits(changed, length);
  }

  /** Hexadecimal, two digits a byte, the last filled with zeros. */
  public String hex() {
    StringBuilder text = new StringBuilder(length / 4 + 2);
    for (int at = 0; at < length; at += 8) {
      int octet = (int) (from(at) >>> 56);
      text.append(Character.forDigit(octet >>> 4, 16)).append(Character.forDigit(octet & 15, 16));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bits bits && bits.length == length && Arrays.equals(bits.words, words);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(words) + length;
  }

  /** How many there are, a colon, and {@link #hex}. */
  @Override
  public String toString() {
    return length + ":" + hex();
  }
}
