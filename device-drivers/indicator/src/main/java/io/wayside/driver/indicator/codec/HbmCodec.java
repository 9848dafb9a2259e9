// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.regex.MatchResult;

/**
 * HBM WE2110 and WE2116, the answer to {@code MSV?}, 16 bytes:
 *
 * <pre>
 * '-' or ' ' | 8 characters | 5 characters | CR LF
 * </pre>
 *
 * The five are blank or name the unit; with another word there is no weight. Neither motion nor
 * gross or net is told.
 */
final class HbmCodec extends TextCodec {

  HbmCodec() {
    super(16, "([- ][ 0-9.]{8})([ A-Za-z]{5})\r\n", "\n");
  }

  @Override
  Content read(MatchResult frame) {
    if (!frame.group(2).isBlank()) {
      return Content.weight(AsciiNumber.of(frame.group(1)), frame.group(2), shown -> shown);
    }
    return AsciiNumber.of(frame.group(1))
        .<Content>map(number -> new Content.Weight(number.indication()))
        .orElseGet(Content.Unreadable::new);
  }
}
