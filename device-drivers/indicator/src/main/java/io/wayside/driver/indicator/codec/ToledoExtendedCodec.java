// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Arrays;
import java.util.Optional;

/**
 * Toledo extended continuous output, 24 bytes and perhaps a check; bit 7 is masked:
 *
 * <pre>
 * 01 | address | st1 | st2 | st3 | st4 | weight, 9 characters | tare, 8 | 0D | [check]
 * </pre>
 *
 * st1: bits 0 to 3 unit (1 lb, 2 kg, 3 g, 4 t), bit 6 motion. st2 bit 0 net. st3: 0 invalid, 1
 * under zero, 2 over capacity, 3 zero not captured since power-up. Bit 5 of each is 1. Sign and
 * point stand in the weight. With the check the 25 bytes add up to zero, modulo 128.
 */
final class ToledoExtendedCodec extends WindowCodec {

  private static final int SOH = 0x01;
  private static final int CR = 0x0D;
  private static final int LENGTH = 24;

  private final int length;

  ToledoExtendedCodec(boolean checked) {
    super(checked ? LENGTH + 1 : LENGTH);
    this.length = checked ? LENGTH + 1 : LENGTH;
  }

  @Override
  int endingHere(byte[] bytes, int count) {
    if (count < length || masked(bytes[0]) != SOH || masked(bytes[LENGTH - 1]) != CR) {
      return 0;
    }
    boolean shaped = masked(bytes[1]) >= ' ';
    for (int i = 2; i < 6; i++) {
      shaped &= (bytes[i] & 0x20) != 0;
    }
    for (int i = 6; i < LENGTH - 1; i++) {
      shaped &= masked(bytes[i]) >= ' ';
    }
    return shaped ? length : 0;
  }

  /** A check may have the value of the start character, or be one. */
  @Override
  boolean mayBegin(byte last) {
    return masked(last) == SOH;
  }

  @Override
  Content read(byte[] frame) {
    int sum = 0;
    for (byte each : frame) {
      sum += each;
    }
    if (length > LENGTH && (sum & 0x7F) != 0) {
      return new Content.CheckFailed();
    }
    Motion motion = (frame[2] & 0x40) == 0 ? Motion.AT_REST : Motion.MOVING;
    Basis basis = (frame[3] & 0x01) == 0 ? Basis.GROSS : Basis.NET;
    if ((frame[4] & 0x07) != 0) {
      return new Content.Weight(Indication.none(range(frame[4])).with(motion).with(basis));
    }
    Optional<AsciiNumber> number = AsciiNumber.of(text(frame, 6, 15));
    boolean zeroMissing = (frame[4] & 0x08) != 0;
    return Content.weight(
        number,
        unit(frame[2] & 0x0F),
        shown -> shown.with(motion).with(basis).withZeroMissing(zeroMissing));
  }

  private static Range range(int status) {
    if ((status & 0x01) != 0) {
      return Range.BLANK;
    }
    return (status & 0x04) != 0 ? Range.OVER : Range.UNDER;
  }

  private static String unit(int code) {
    return switch (code) {
      case 1 -> "lb";
      case 2 -> "kg";
      case 3 -> "g";
      case 4 -> "t";
      default -> "code " + code + " of status byte 1";
    };
  }

  private static String text(byte[] frame, int from, int to) {
    byte[] part = Arrays.copyOfRange(frame, from, to);
    for (int i = 0; i < part.length; i++) {
      part[i] &= 0x7F;
    }
    return new String(part, ISO_8859_1);
  }

  private static int masked(byte character) {
    return character & 0x7F;
  }
}
