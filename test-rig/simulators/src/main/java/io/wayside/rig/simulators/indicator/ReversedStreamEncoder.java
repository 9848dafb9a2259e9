// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.nio.charset.StandardCharsets;

/**
 * The reversed "=" stream of XK3190-D2+, D, D9, ORMT-2000 and remote displays: '=' and then the
 * number, least significant character first, padded with zeros, without any check. A minus sign is
 * the last character; a point stands where it stands on the display.
 *
 * @param characters characters after '=', 6 to 8, the point and the sign included
 */
public record ReversedStreamEncoder(int characters) implements IndicatorEncoder {

  public ReversedStreamEncoder {
    if (characters < 6 || characters > 8) {
      throw new IllegalArgumentException("characters " + characters + " must be 6, 7 or 8");
    }
  }

  /** Room is kept for sign and point, whether they are needed or not. */
  @Override
  public long largest() {
    long largest = 9;
    for (int digit = 1; digit < characters - 2; digit++) {
      largest = largest * 10 + 9;
    }
    return largest;
  }

  @Override
  public byte[] encode(Indication shown) {
    String text = shown.blank() ? " ".repeat(characters) : display(shown);
    return ("=" + new StringBuilder(text).reverse()).getBytes(StandardCharsets.US_ASCII);
  }

  private String display(Indication shown) {
    StringBuilder digits = new StringBuilder(Long.toString(Math.abs(shown.value())));
    String sign = shown.negative() ? "-" : "";
    int room = characters - sign.length() - (shown.decimals() > 0 ? 1 : 0);
    if (digits.length() > room) {
      throw new IllegalArgumentException(
          shown.value() + " does not fit into " + characters + " characters; show blank instead");
    }
    digits.insert(0, "0".repeat(room - digits.length()));
    if (shown.decimals() > 0) {
      digits.insert(digits.length() - shown.decimals(), '.');
    }
    return sign + digits;
  }
}
