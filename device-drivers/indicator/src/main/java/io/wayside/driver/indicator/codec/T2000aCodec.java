// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import java.util.regex.MatchResult;

/**
 * T2000A, 19 bytes: {@code 02 | sign | 6 digits | 6 characters | decimals | 3 characters | 03}.
 * What stands between is not described and not looked at. Motion, basis and unit are not told.
 */
final class T2000aCodec extends TextCodec {

  T2000aCodec() {
    super(19, "\u0002([-+ ])([ 0-9]{6})[ -~]{6}([0-5])[ -~]{3}\u0003", "\u0003");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(2).isBlank()) {
      return new Content.Weight(Indication.blank());
    }
    int decimals = frame.group(3).charAt(0) - '0';
    return AsciiNumber.of(frame.group(1) + frame.group(2))
        .<Content>map(number -> new Content.Weight(Indication.shown(number.digits(), decimals)))
        .orElseGet(Content.Unreadable::new);
  }
}
