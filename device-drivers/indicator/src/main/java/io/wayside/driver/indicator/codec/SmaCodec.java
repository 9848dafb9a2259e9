// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.MatchResult;

/**
 * SMA SCP-0499, the standard response, 20 bytes:
 *
 * <pre>
 * LF | status | range | G N T g n | 'M' motion | reserved | 10 characters | unit, 3 | CR
 * </pre>
 *
 * Status: Z centre of zero, O over and U under capacity; E, I and T are errors, with dashes for the
 * number. {@code LF ? CR} answers a command that is not known.
 */
final class SmaCodec extends TextCodec {

  private static final int UNIT_AT = 16;
  private static final int UNIT_END = 19;

  SmaCodec() {
    super(
        20, "\n(?:([ZOUEIT ])([0-9 ])([GNTgn])([M ])([ -~])([- +0-9.]{10})([ -~]{3})|\\?)\r", "\r");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(1) == null) {
      return new Content.NoWeight(
          "it does not know the command; check that it speaks SMA SCP-0499");
    }
    if (frame.group(3).equals("T")) {
      return new Content.NoWeight("it sends the tare; ask for the weight");
    }
    Motion motion = frame.group(4).equals("M") ? Motion.MOVING : Motion.AT_REST;
    Basis basis = frame.group(3).equalsIgnoreCase("N") ? Basis.NET : Basis.GROSS;
    return switch (frame.group(1)) {
      case "O" -> none(Range.OVER, motion, basis);
      case "U" -> none(Range.UNDER, motion, basis);
      case "E", "I", "T" -> none(Range.BLANK, motion, basis);
      default ->
          Content.weight(
              AsciiNumber.of(frame.group(6)),
              frame.group(7),
              shown -> shown.with(motion).with(basis));
    };
  }

  private static Content none(Range range, Motion motion, Basis basis) {
    return new Content.Weight(Indication.none(range).with(motion).with(basis));
  }

  /** The unit in a frame that is given in hexadecimal; empty when it names none we know. */
  static Optional<MassUnit> unit(String frame) {
    byte[] bytes = HexFormat.of().parseHex(frame);
    return bytes.length < UNIT_END
        ? Optional.empty()
        : MassUnit.named(new String(bytes, UNIT_AT, UNIT_END - UNIT_AT, ISO_8859_1));
  }
}
