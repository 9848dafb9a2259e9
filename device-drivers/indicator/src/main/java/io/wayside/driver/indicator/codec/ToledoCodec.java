// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.util.Optional;

/**
 * Toledo continuous output, 17 bytes and perhaps a check; bit 7 is a parity bit and masked:
 *
 * <pre>
 * 02 | SWA | SWB | SWC | weight, 6 characters | tare, 6 characters | 0D | [check]
 * </pre>
 *
 * SWA bits 0 to 2: code of the point. SWB: 0 net, 1 negative, 2 out of range, 3 motion, 4 kilograms
 * (0 means pounds), 6 zero not captured since power-up. SWC bits 0 to 2: another unit, 1 g, 2 t, 3
 * oz, 6 ton, 7 N. Bit 5 of all three is 1. The digits have neither point nor sign; they are padded
 * with blanks, by the 8142 variant with zeros.
 */
final class ToledoCodec extends WindowCodec {

  private static final int STX = 0x02;
  private static final int CR = 0x0D;
  private static final int LENGTH = 17;

  private final ToledoVariant variant;
  private final int length;

  ToledoCodec(ToledoVariant variant) {
    super(LENGTH + variant.checkBytes());
    this.variant = variant;
    this.length = LENGTH + variant.checkBytes();
  }

  @Override
  int endingHere(byte[] bytes, int count) {
    boolean framed = count == length && masked(bytes, 0) == STX && masked(bytes, LENGTH - 1) == CR;
    return framed && statusWords(bytes) && digitsOnly(bytes) ? length : 0;
  }

  private static boolean statusWords(byte[] bytes) {
    return (bytes[1] & 0x60) == 0x20 && (bytes[2] & 0x20) != 0 && (bytes[3] & 0x20) != 0;
  }

  private static boolean digitsOnly(byte[] bytes) {
    for (int i = 4; i < LENGTH - 1; i++) {
      int character = masked(bytes, i);
      if (character != ' ' && character != '-' && (character < '0' || character > '9')) {
        return false;
      }
    }
    return true;
  }

  /** A check may have the value of the start character, or be one. */
  @Override
  boolean mayBegin(byte last) {
    return (last & 0x7F) == STX;
  }

  @Override
  Content read(byte[] frame) {
    if (!variant.checkIsRight(frame)) {
      return new Content.CheckFailed();
    }
    int status = frame[2];
    Motion motion = (status & 0x08) == 0 ? Motion.AT_REST : Motion.MOVING;
    Basis basis = (status & 0x01) == 0 ? Basis.GROSS : Basis.NET;
    if ((status & 0x04) != 0) {
      Range range = (status & 0x02) == 0 ? Range.OVER : Range.UNDER;
      return new Content.Weight(Indication.none(range).with(motion).with(basis));
    }
    Optional<AsciiNumber> digits = AsciiNumber.of(text(frame));
    if (digits.isEmpty()) {
      boolean blank = text(frame).isBlank();
      return blank ? new Content.Weight(Indication.blank()) : new Content.Unreadable();
    }
    boolean zeroMissing = (status & 0x40) != 0;
    AsciiNumber number =
        variant.placed((status & 0x02) == 0 ? digits.get() : negative(digits.get()), frame[1] & 7);
    return unit(frame)
        .<Content>map(
            unit ->
                new Content.Weight(
                    number
                        .indication()
                        .with(unit)
                        .with(motion)
                        .with(basis)
                        .withZeroMissing(zeroMissing)))
        .orElseGet(() -> Content.unknown("code " + (frame[3] & 7) + " of status word C"));
  }

  private static AsciiNumber negative(AsciiNumber number) {
    return new AsciiNumber(-Math.abs(number.digits()), number.decimals());
  }

  private Optional<MassUnit> unit(byte[] frame) {
    return switch (frame[3] & 7) {
      case 0 -> Optional.of(variant.isKilogram((frame[2] & 0x10) != 0));
      case 1 -> Optional.of(MassUnit.GRAM);
      case 2 -> Optional.of(MassUnit.TONNE);
      default -> Optional.empty();
    };
  }

  private static String text(byte[] frame) {
    StringBuilder text = new StringBuilder();
    for (int i = 4; i < 10; i++) {
      text.append((char) masked(frame, i));
    }
    return text.toString();
  }

  private static int masked(byte[] bytes, int at) {
    return bytes[at] & 0x7F;
  }
}
