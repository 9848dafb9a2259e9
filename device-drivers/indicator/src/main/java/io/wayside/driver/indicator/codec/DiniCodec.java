// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Dini Argeo 3590E, 33 bytes:
 *
 * <pre>
 * ST US OL UL TL | ',' | scale | ',' | net weight, 10 | ',' | "PT" or blanks | tare, 10 | ','
 * | unit, 2 | CR LF
 * </pre>
 *
 * The places of status and weight are known from the field; the others follow from the maker's
 * extended string and its length. The weight is net: with a tare of zero that is the gross weight.
 * TL (not level) gives no weight.
 */
final class DiniCodec extends TextCodec {

  DiniCodec() {
    super(33, "(ST|US|OL|UL|TL),([ -~]),([ -~]{10}),([ -~]{2})([ -~]{10}),([ -~]{2})\r\n", "\n");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(1).equals("TL")) {
      return new Content.NoWeight("it says that the scale is not level; level it");
    }
    return StatusWords.content(
        frame.group(1), basis(frame.group(5)), "", frame.group(3), frame.group(6));
  }

  private static Basis basis(String tare) {
    Optional<AsciiNumber> number = AsciiNumber.of(tare);
    if (number.isEmpty()) {
      return Basis.NOT_TOLD;
    }
    return number.get().digits() == 0 ? Basis.GROSS : Basis.NET;
  }
}
