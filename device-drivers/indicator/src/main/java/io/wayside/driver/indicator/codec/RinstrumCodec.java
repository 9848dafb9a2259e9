// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * Rinstrum R300 and R400, automatic output in format 1 (A), 11 bytes:
 *
 * <pre>
 * 02 | sign | 7 characters | G N U O M E | 03
 * </pre>
 *
 * G gross and N net are at rest, M moves (gross or net is then not told), U and O are below and
 * above the range, E is an error. The unit is not told.
 */
final class RinstrumCodec extends TextCodec {

  RinstrumCodec() {
    super(11, "\u0002([-+ ])([ -~]{7})([GNUOME])\u0003", "\u0003");
  }

  @Override
  Content read(MatchResult frame) {
    return switch (frame.group(3)) {
      case "O" -> new Content.Weight(Indication.none(Range.OVER));
      case "U" -> new Content.Weight(Indication.none(Range.UNDER));
      case "E" -> new Content.Weight(Indication.blank());
      case "M" -> shown(frame, Motion.MOVING, Basis.NOT_TOLD);
      case "N" -> shown(frame, Motion.AT_REST, Basis.NET);
      default -> shown(frame, Motion.AT_REST, Basis.GROSS);
    };
  }

  private static Content shown(MatchResult frame, Motion motion, Basis basis) {
    Optional<AsciiNumber> number = AsciiNumber.of(frame.group(1) + frame.group(2));
    return number
        .<Content>map(it -> new Content.Weight(it.indication().with(motion).with(basis)))
        .orElseGet(Content.Unreadable::new);
  }
}
