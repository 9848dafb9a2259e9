// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Rinstrum automatic output, format 1: 02, sign (space or '-'), seven characters with the point and
 * leading spaces, status, 03. Status is G gross, N net, M motion, O and U beyond the range.
 */
public record RinstrumEncoder() implements IndicatorEncoder {

  @Override
  public long largest() {
    return NumberText.nines(6);
  }

  @Override
  public byte[] encode(Indication shown) {
    String number = NumberText.magnitude(shown.value(), shown.decimals());
    String weight = shown.blank() ? " ".repeat(7) : NumberText.right(number, 7, ' ');
    String sign = shown.negative() && !shown.blank() ? "-" : " ";
    return ("\u0002" + sign + weight + status(shown) + "\u0003").getBytes(US_ASCII);
  }

  private static char status(Indication shown) {
    return switch (shown.range()) {
      case OVER -> 'O';
      case UNDER -> 'U';
      case SHOWN -> shown.moving() ? 'M' : shown.net() ? 'N' : 'G';
    };
  }
}
