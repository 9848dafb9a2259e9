// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;

/** The words of the "ST,GS" family: ST at rest, US moving, ZR zero, OL and UL out of range. */
final class StatusWords {

  private StatusWords() {}

  static Motion motion(String word) {
    return switch (word) {
      case "ST", "ZR" -> Motion.AT_REST;
      case "US" -> Motion.MOVING;
      default -> Motion.NOT_TOLD;
    };
  }

  /** SHOWN unless the word or, with an overload, the sign says otherwise. */
  static Range range(String word, String sign) {
    return switch (word) {
      case "OL" -> sign.equals("-") ? Range.UNDER : Range.OVER;
      case "UL" -> Range.UNDER;
      default -> Range.SHOWN;
    };
  }

  static Basis basis(String word) {
    return word.equals("NT") ? Basis.NET : Basis.GROSS;
  }

  /** The content of a frame with these words. */
  static Content content(String status, Basis basis, String sign, String number, String unit) {
    Motion motion = motion(status);
    Range range = range(status, sign);
    if (range != Range.SHOWN) {
      return new Content.Weight(Indication.none(range).with(basis));
    }
    return Content.weight(
        AsciiNumber.of(sign + number), unit, shown -> shown.with(motion).with(basis));
  }
}
