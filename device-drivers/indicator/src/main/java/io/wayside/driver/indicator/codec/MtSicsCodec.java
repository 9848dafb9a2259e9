// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.regex.MatchResult;

/**
 * MT-SICS, the answers to S, SI and SIR: lines of text ended by CR LF. {@code S S 100.00 kg} is at
 * rest, {@code S D} moves; the number has ten characters. {@code S +} and {@code S -} are above and
 * below the range, {@code S I} means busy; ES, ET and EL refuse the command. Gross or net is not
 * told. Keys are answered with A (T with S and the tare) when carried out; I, L, + and - say why
 * not.
 */
final class MtSicsCodec extends TextCodec {

  MtSicsCodec() {
    super(
        32,
        "(?:S ([SD]) ([-+ 0-9.]{1,12}) ([^ \r\n]{1,5}) *|S ([-+I])|E([STL])"
            + "|(Z|TAC|TA|T) (?:([-+IL])|[AS](?: [-+ 0-9.]{1,12} [^ \r\n]{1,5} *)?))\r\n",
        "\n");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(6) != null) {
      return frame.group(7) == null ? new Content.KeyDone() : notDone(frame.group(7));
    }
    if (frame.group(5) != null) {
      return new Content.NoWeight(
          "it refuses the command with E" + frame.group(5) + "; check that it speaks MT-SICS");
    }
    if (frame.group(4) != null) {
      return switch (frame.group(4)) {
        case "+" -> new Content.Weight(Indication.none(Range.OVER));
        case "-" -> new Content.Weight(Indication.none(Range.UNDER));
        default -> new Content.NoWeight("it is busy (S I): no stable value in time, or in a menu");
      };
    }
    Motion motion = frame.group(1).equals("S") ? Motion.AT_REST : Motion.MOVING;
    return Content.weight(
        AsciiNumber.of(frame.group(2)), frame.group(3), shown -> shown.with(motion));
  }

  private static Content notDone(String answer) {
    return new Content.NoWeight(
        switch (answer) {
          case "+", "-" -> "it refuses the key: the load is outside the range for it; unload";
          case "L" -> "it refuses the key: the number is none it takes; give another";
          default -> "it refuses the key: not at rest in time, or busy; wait and repeat";
        });
  }
}
