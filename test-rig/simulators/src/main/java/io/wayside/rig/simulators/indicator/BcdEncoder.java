// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

/**
 * Five binary bytes: FF, status, three bytes of BCD with the least significant first (HT9800,
 * GM8803 format 1). Status bits 0 to 2 place the point, bit 4 is set at rest, bit 5 for a negative
 * number, bit 7 beyond the range.
 *
 * @param pointOffset added to the number of decimals: 1 for HT9800, 0 for GM8803
 */
public record BcdEncoder(int pointOffset) implements IndicatorEncoder {

  private static final int AT_REST = 0x10;
  private static final int NEGATIVE = 0x20;
  private static final int OUT_OF_RANGE = 0x80;

  @Override
  public long largest() {
    return NumberText.nines(6);
  }

  @Override
  public byte[] encode(Indication shown) {
    if (!shown.blank() && Math.abs(shown.value()) > largest()) {
      throw new IllegalArgumentException(
          shown.value() + " has more than 6 digits; show blank instead");
    }
    long rest = shown.blank() ? 0 : Math.abs(shown.value());
    byte[] frame = new byte[5];
    frame[0] = (byte) 0xFF;
    frame[1] =
        (byte)
            ((shown.decimals() + pointOffset)
                | (shown.moving() ? 0 : AT_REST)
                | (shown.negative() ? NEGATIVE : 0)
                | (shown.blank() ? OUT_OF_RANGE : 0));
    for (int i = 2; i < 5; i++) {
      frame[i] = (byte) (((rest / 10 % 10) << 4) | (rest % 10));
      rest /= 100;
    }
    return frame;
  }
}
