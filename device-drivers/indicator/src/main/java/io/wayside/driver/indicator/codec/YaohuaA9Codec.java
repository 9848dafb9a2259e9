// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.Arrays;

/**
 * Yaohua XK3190-A9 continuous output, 12 bytes:
 *
 * <pre>
 * 02 | '+' or '-' | 6 digits, most significant first | seventh character | XOR high | XOR low | 03
 * </pre>
 *
 * The check is the XOR over the eight bytes from the sign to the seventh character, in two
 * characters, high nibble first. A nibble above 9 is a letter A to F; some copies send 0x30 plus
 * the nibble instead, and both are taken. A blank display sends spaces for its digits. The frame
 * tells neither motion nor gross or net.
 */
final class YaohuaA9Codec implements IndicatorCodec {

  /** Two readings of the same bytes are in the field, and their numbers differ by ten. */
  enum SeventhCharacter {
    /** '0' to '4': digits after the point. */
    DECIMAL_POSITION,
    /** One more digit; no point. */
    DIGIT
  }

  private static final int LENGTH = 12;
  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;
  private static final int SIGN = 1;
  private static final int FIRST_DIGIT = 2;
  private static final int SEVENTH = 8;
  private static final int CHECK_HIGH = 9;
  private static final int CHECK_LOW = 10;
  private static final int MOST_DECIMALS = 4;

  private final SeventhCharacter seventh;
  private final byte[] window = new byte[LENGTH];
  private int held;

  YaohuaA9Codec(SeventhCharacter seventh) {
    this.seventh = seventh;
  }

  @Override
  public void accept(byte next, long arrivalNanos, Heard heard) {
    if (held == 0 && next != STX) {
      heard.skipped(1);
      return;
    }
    window[held++] = next;
    if (held < LENGTH) {
      return;
    }
    if (next != ETX) {
      heard.skipped(keepFromNextStart());
      return;
    }
    byte[] frame = window.clone();
    if (!checkIsRight(frame)) {
      keepFromNextStart();
      heard.checkFailed(frame);
      return;
    }
    held = 0;
    report(frame, arrivalNanos, heard);
  }

  @Override
  public void reset() {
    held = 0;
  }

  /** A true frame may begin inside a wrong one. Returns the number of bytes let go. */
  private int keepFromNextStart() {
    int start = 1;
    while (start < held && window[start] != STX) {
      start++;
    }
    held -= start;
    System.arraycopy(window, start, window, 0, held);
    return start;
  }

  private static boolean checkIsRight(byte[] frame) {
    int xor = 0;
    for (int i = SIGN; i <= SEVENTH; i++) {
      xor ^= frame[i];
    }
    return nibble(frame[CHECK_HIGH]) == ((xor >> 4) & 0x0F)
        && nibble(frame[CHECK_LOW]) == (xor & 0x0F);
  }

  /** '0' to '9', then 'A' to 'F' or ':' to '?'; -1 for anything else. */
  private static int nibble(byte character) {
    if (character >= '0' && character <= '?') {
      return character - '0';
    }
    return character >= 'A' && character <= 'F' ? character - 'A' + 10 : -1;
  }

  private void report(byte[] frame, long arrivalNanos, Heard heard) {
    boolean negative = frame[SIGN] == '-';
    if (!negative && frame[SIGN] != '+') {
      heard.unreadable(frame);
    } else if (isBlank(frame)) {
      heard.indication(Indication.blank(), frame, arrivalNanos);
    } else if (!allDigits(frame) || decimals(frame) > MOST_DECIMALS) {
      heard.unreadable(frame);
    } else {
      long digits = number(frame);
      heard.indication(
          Indication.shown(negative ? -digits : digits, decimals(frame)), frame, arrivalNanos);
    }
  }

  private static boolean isBlank(byte[] frame) {
    for (int i = FIRST_DIGIT; i < SEVENTH; i++) {
      if (frame[i] != ' ') {
        return false;
      }
    }
    return frame[SEVENTH] == ' ' || isDigit(frame[SEVENTH]);
  }

  private static boolean allDigits(byte[] frame) {
    for (int i = FIRST_DIGIT; i <= SEVENTH; i++) {
      if (!isDigit(frame[i])) {
        return false;
      }
    }
    return true;
  }

  private int decimals(byte[] frame) {
    return seventh == SeventhCharacter.DECIMAL_POSITION ? frame[SEVENTH] - '0' : 0;
  }

  private long number(byte[] frame) {
    int end = seventh == SeventhCharacter.DIGIT ? SEVENTH + 1 : SEVENTH;
    long number = 0;
    for (byte digit : Arrays.copyOfRange(frame, FIRST_DIGIT, end)) {
      number = number * 10 + (digit - '0');
    }
    return number;
  }

  private static boolean isDigit(byte character) {
    return character >= '0' && character <= '9';
  }
}
