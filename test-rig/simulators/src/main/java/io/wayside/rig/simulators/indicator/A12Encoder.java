// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Yaohua XK3190-A12 and A12(E), continuous.
 *
 * <p>Without a check, {@code ww004.139kg} CR LF: {@code ww} gross, {@code wn} net; the field has 7
 * or, with other makers' copies, 8 characters. With a check, as the A12(E) manual has it, 15 bytes:
 * {@code WG004.139kg3D} CR LF, where the check is the XOR over the first eleven bytes in two
 * characters; a number without a point is followed by a blank; beyond the range nine blanks and
 * {@code OL} or {@code LO}.
 *
 * @param characters of the weight, sign and point included
 * @param checked whether the check follows
 */
public record A12Encoder(int characters, boolean checked) implements IndicatorEncoder {

  private static final String DIGITS = "0123456789ABCDEF";

  public A12Encoder {
    if (characters < 7 || characters > 8 || (checked && characters != 7)) {
      throw new IllegalArgumentException(
          "an A12 weight has 7 or 8 characters, and 7 with a check, not " + characters);
    }
  }

  @Override
  public long largest() {
    return NumberText.nines(characters - 2);
  }

  @Override
  public byte[] encode(Indication shown) {
    return (checked ? checked(shown) : unchecked(shown)).getBytes(US_ASCII);
  }

  private String unchecked(Indication shown) {
    String weight = shown.blank() ? " ".repeat(characters) : weight(shown, characters);
    return (shown.net() ? "wn" : "ww") + weight + "kg\r\n";
  }

  private static String checked(Indication shown) {
    String body =
        switch (shown.range()) {
          case OVER -> " ".repeat(9) + "OL";
          case UNDER -> " ".repeat(9) + "LO";
          case SHOWN ->
              (shown.net() ? "WN" : "WG")
                  + (shown.decimals() == 0 ? weight(shown, 6) + " " : weight(shown, 7))
                  + "kg";
        };
    int xor = body.chars().reduce(0, (a, b) -> a ^ b);
    return body + DIGITS.charAt(xor >> 4) + DIGITS.charAt(xor & 15) + "\r\n";
  }

  private static String weight(Indication shown, int width) {
    String sign = shown.negative() ? "-" : "";
    String number = NumberText.magnitude(shown.value(), shown.decimals());
    return sign + NumberText.right(number, width - sign.length(), '0');
  }
}
