// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import java.util.regex.MatchResult;

/**
 * A&amp;D standard format: {@code ST,+00012.345 kg} and CR LF, header ST, US or OL, the number with
 * its sign in nine or ten characters, the unit in three. 2400 7E1 is usual. With OL the number
 * means nothing. Gross or net is not told.
 */
final class AndCodec extends TextCodec {

  AndCodec() {
    super(18, "(ST|US|OL),([-+])([0-9. E+]{8,9})([ -~]{3})\r\n", "\n");
  }

  @Override
  Content read(MatchResult frame) {
    return StatusWords.content(
        frame.group(1), Basis.NOT_TOLD, frame.group(2), frame.group(3), frame.group(4));
  }
}
