// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * T2000A, 19 bytes: 02, sign, six digits, six further characters, the number of decimals at offset
 * 14, three further characters, 03. Of the further characters only the places are known: the first
 * six carry the tare here, the last three are zeros.
 */
public record T2000Encoder() implements IndicatorEncoder {

  @Override
  public long largest() {
    return NumberText.nines(6);
  }

  @Override
  public byte[] encode(Indication shown) {
    String number =
        shown.blank()
            ? " ".repeat(6)
            : NumberText.right(Long.toString(Math.abs(shown.value())), 6, '0');
    return ("\u0002"
            + (shown.negative() ? "-" : "+")
            + number
            + NumberText.right(Long.toString(Math.abs(shown.tare())), 6, '0')
            + shown.decimals()
            + "000\u0003")
        .getBytes(US_ASCII);
  }
}
