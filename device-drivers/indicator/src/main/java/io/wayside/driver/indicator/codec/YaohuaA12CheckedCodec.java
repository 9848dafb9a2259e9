// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.regex.MatchResult;

/**
 * Yaohua XK3190-A12(E) as its manual has it, 15 bytes:
 *
 * <pre>
 * 'W' | 'G' gross or 'N' net | 7 characters | "kg" | XOR high | XOR low | CR LF
 * </pre>
 *
 * The check is the XOR of the first 11 bytes. Out of range the first nine are blank and "OL" or
 * "LO" follows. Motion is not told.
 */
final class YaohuaA12CheckedCodec extends TextCodec {

  YaohuaA12CheckedCodec() {
    super(15, "(W([GN])([-+ 0-9.]{7})([a-z]{2}| t|t )| {9}(OL|LO))([0-?A-F]{2})\r\n", "\n");
  }

  @Override
  Content read(MatchResult frame) {
    if (!xorIs(frame.group(1), frame.group(6))) {
      return new Content.CheckFailed();
    }
    if (frame.group(5) != null) {
      Range range = frame.group(5).equals("OL") ? Range.OVER : Range.UNDER;
      return new Content.Weight(Indication.none(range));
    }
    Basis basis = frame.group(2).equals("N") ? Basis.NET : Basis.GROSS;
    return Content.weight(
        AsciiNumber.of(frame.group(3)), frame.group(4), shown -> shown.with(basis));
  }
}
