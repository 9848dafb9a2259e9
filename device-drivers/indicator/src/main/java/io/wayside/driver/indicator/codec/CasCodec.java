// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.regex.MatchResult;

/**
 * CAS CI and NT series, 22 bytes:
 *
 * <pre>
 * ST US OL | ',' | GS NT | ',' | device id | lamps | ',' | 8 characters | ' ' | unit, 2 | CR LF
 * </pre>
 *
 * Device id and lamps are single bytes of any value. With OL the number means nothing. A key that
 * was pressed ({@code D01KZ}) comes back; {@code !} and {@code ?} say that it was not carried out.
 */
final class CasCodec extends TextCodec {

  CasCodec() {
    super(
        22,
        "(?:(ST|US|OL),(GS|NT),..,([ -~]{8}) ([ -~]{2})|(D[0-9]{2}K[ZT])|(?<![ -~])([!?]))\r\n",
        "\n");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(5) != null) {
      return new Content.KeyDone();
    }
    if (frame.group(6) != null) {
      return new Content.NoWeight("it did not carry out the key: unload, wait for rest, repeat");
    }
    String number = frame.group(3).strip();
    boolean negative = number.startsWith("-");
    return StatusWords.content(
        frame.group(1),
        StatusWords.basis(frame.group(2)),
        negative ? "-" : "",
        negative ? number.substring(1) : number,
        frame.group(4));
  }
}
