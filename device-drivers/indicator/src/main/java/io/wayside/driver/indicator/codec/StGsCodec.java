// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.regex.MatchResult;

/**
 * The 18 bytes of PT650D, XK3102, EX2002, SB520, LP7510, JIK, GM8803 (format 3) and many more:
 *
 * <pre>
 * ST US OL ZR | ',' | GS NT TR | ',' | sign | 7 characters | unit, 2 | CR LF
 * </pre>
 *
 * With OL the number means nothing; TR is the tare.
 */
final class StGsCodec extends TextCodec {

  StGsCodec() {
    super(18, "(ST|US|OL|ZR),(GS|NT|TR),([-+ ])([ -~]{7})([ -~]{2})\r\n", "\n");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(2).equals("TR")) {
      return new Content.NoWeight("it sends the tare; set its output to the gross weight");
    }
    return StatusWords.content(
        frame.group(1),
        StatusWords.basis(frame.group(2)),
        frame.group(3),
        frame.group(4),
        frame.group(5));
  }
}
