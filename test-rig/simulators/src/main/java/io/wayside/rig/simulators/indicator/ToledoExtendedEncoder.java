// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

/**
 * Toledo extended continuous output: 01, address, four status bytes, nine characters of weight with
 * sign and point, eight of tare, 0D and a check; 25 bytes.
 *
 * @param address one character, as set at the terminal
 */
public record ToledoExtendedEncoder(char address, MassUnit unit) implements IndicatorEncoder {

  private static final int BODY_BYTES = 24;
  private static final int ALWAYS = 0x20;
  private static final int MOTION = 0x40;
  private static final int CENTRE_OF_ZERO = 0x10;
  private static final int POUNDS = 1;
  private static final int KILOGRAMS = 2;

  @Override
  public long largest() {
    return NumberText.nines(6);
  }

  @Override
  public byte[] encode(Indication shown) {
    byte[] frame = new byte[BODY_BYTES + 1];
    frame[0] = 0x01;
    frame[1] = (byte) address;
    frame[2] = (byte) (ALWAYS | unitCode() | motion(shown) | zero(shown));
    frame[3] = (byte) (ALWAYS | (shown.net() ? 1 : 0));
    frame[4] = (byte) (ALWAYS | outOfRange(shown.range()));
    frame[5] = ALWAYS;
    String number = NumberText.signed(shown.value(), shown.decimals());
    String weight = shown.blank() ? " ".repeat(9) : NumberText.right(number, 9, ' ');
    String tare = NumberText.right(NumberText.magnitude(shown.tare(), shown.decimals()), 8, ' ');
    System.arraycopy((weight + tare).getBytes(US_ASCII), 0, frame, 6, 17);
    frame[BODY_BYTES - 1] = 0x0D;
    int sum = 0;
    for (int i = 0; i < BODY_BYTES; i++) {
      sum += frame[i];
    }
    frame[BODY_BYTES] = (byte) (-sum & 0x7F);
    return frame;
  }

  private int unitCode() {
    return unit == MassUnit.KG ? KILOGRAMS : POUNDS;
  }

  private static int motion(Indication shown) {
    return shown.moving() ? MOTION : 0;
  }

  private static int zero(Indication shown) {
    return shown.value() == 0 && !shown.blank() && !shown.net() ? CENTRE_OF_ZERO : 0;
  }

  /** Bit 0 the weight is not valid, bit 1 below, bit 2 above the range. */
  private static int outOfRange(Indication.Range range) {
    return switch (range) {
      case SHOWN -> 0;
      case UNDER -> 0b011;
      case OVER -> 0b101;
    };
  }
}
