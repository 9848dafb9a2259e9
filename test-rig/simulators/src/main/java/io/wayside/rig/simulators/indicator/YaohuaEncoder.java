// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.nio.charset.StandardCharsets;

/**
 * Yaohua XK3190-A9 continuous output (tF=0), also A6, DS1, DS3, C8 and Keli D2008F: 12 bytes.
 *
 * <p>02, sign, six digits, seventh character, two check characters, 03. The check is the XOR over
 * the eight bytes from the sign to the seventh character, high nibble first.
 */
public record YaohuaEncoder(Seventh seventh, Check check) implements IndicatorEncoder {

  /** Two readings of the same 12 bytes are in the field; they differ by a factor of ten. */
  public enum Seventh {
    /** The number of digits after the point, '0' to '4'. */
    DECIMAL_POSITION,
    /** A seventh digit; the point is set at the receiver. */
    DIGIT
  }

  /** How a check nibble above 9 is written. */
  public enum Check {
    /** As a letter, A to F. */
    LETTERS,
    /** As 0x30 plus the nibble, ':' to '?', as some copies do. */
    OFFSET
  }

  private static final byte STX = 0x02;
  private static final byte ETX = 0x03;

  public static YaohuaEncoder standard() {
    return new YaohuaEncoder(Seventh.DECIMAL_POSITION, Check.LETTERS);
  }

  @Override
  public long largest() {
    return seventh == Seventh.DIGIT ? 9_999_999 : 999_999;
  }

  @Override
  public byte[] encode(Indication shown) {
    byte[] payload = payload(shown).getBytes(StandardCharsets.US_ASCII);
    int xor = 0;
    for (byte b : payload) {
      xor ^= b;
    }
    byte[] frame = new byte[12];
    frame[0] = STX;
    System.arraycopy(payload, 0, frame, 1, payload.length);
    frame[9] = nibble(xor >> 4);
    frame[10] = nibble(xor & 0x0F);
    frame[11] = ETX;
    return frame;
  }

  private String payload(Indication shown) {
    int digits = seventh == Seventh.DIGIT ? 7 : 6;
    String tail = seventh == Seventh.DIGIT ? "" : Integer.toString(shown.decimals());
    if (shown.blank()) {
      return "+" + " ".repeat(digits) + tail;
    }
    if (Math.abs(shown.value()) > largest()) {
      throw new IllegalArgumentException(
          shown.value() + " has more than " + digits + " digits; show blank instead");
    }
    String sign = shown.negative() ? "-" : "+";
    String number = Long.toString(Math.abs(shown.value()));
    return sign + "0".repeat(digits - number.length()) + number + tail;
  }

  private byte nibble(int value) {
    boolean letter = value > 9 && check == Check.LETTERS;
    return (byte) (value + (letter ? 'A' - 10 : '0'));
  }
}
