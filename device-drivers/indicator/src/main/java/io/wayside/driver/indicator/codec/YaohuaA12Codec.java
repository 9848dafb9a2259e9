// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import java.util.regex.MatchResult;

/**
 * Yaohua XK3190-A12(E), text: {@code ww000.000kg}, where {@code ww} is gross, {@code wn} net and
 * {@code wt} the tare; the number has seven or eight characters. A line end may follow. No check;
 * motion is not told.
 */
final class YaohuaA12Codec extends TextCodec {

  YaohuaA12Codec() {
    super(12, "w([wnt])([-+ 0-9.]{7,8})([a-z]{2}| t)", "gbtz");
  }

  @Override
  Content read(MatchResult frame) {
    if (frame.group(1).equals("t")) {
      return new Content.NoWeight("it sends the tare; set its output to the gross weight");
    }
    Basis basis = frame.group(1).equals("n") ? Basis.NET : Basis.GROSS;
    return Content.weight(
        AsciiNumber.of(frame.group(2)), frame.group(3), shown -> shown.with(basis));
  }

  @Override
  boolean isFiller(byte between) {
    return between == '\r' || between == '\n';
  }
}
