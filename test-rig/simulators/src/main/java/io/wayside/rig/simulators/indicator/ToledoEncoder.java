// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/**
 * Toledo continuous output (8142, Jaguar, IND and many copies): 02, status words A, B and C, six
 * digits of weight, six of tare, 0D and perhaps a check.
 *
 * @param unit status word B bit 4 is set for kilograms
 * @param check what follows the carriage return
 * @param zeroPadded digits filled with zeros, as the 8142 does; else with spaces
 * @param increment 1, 2 or 5: the last digit moves in such steps
 * @param fixedZeros 0 to 2: zeros behind the last digit that stand on the display and not on the
 *     wire; only without decimals
 */
public record ToledoEncoder(
    MassUnit unit, Check check, boolean zeroPadded, int increment, int fixedZeros)
    implements IndicatorEncoder {

  /** The end of a frame. */
  public enum Check {
    /** 17 bytes. */
    NONE,
    /** Two's complement of the sum of the 17 bytes, AND 0x7F. */
    TWOS_COMPLEMENT,
    /** XOR of the 17 bytes, as some copies do. */
    XOR
  }

  private static final int DIGITS = 6;
  private static final int NET = 0x01;
  private static final int NEGATIVE = 0x02;
  private static final int OUT_OF_RANGE = 0x04;
  private static final int MOTION = 0x08;
  private static final int KILOGRAMS = 0x10;
  private static final int ALWAYS = 0x20;

  public ToledoEncoder {
    if (increment < 1
        || increment == 3
        || increment == 4
        || increment > 5
        || fixedZeros < 0
        || fixedZeros > 2) {
      throw new IllegalArgumentException(
          "increment %s must be 1, 2 or 5 and fixed zeros %s lie between 0 and 2"
              .formatted(increment, fixedZeros));
    }
  }

  public static ToledoEncoder standard() {
    return new ToledoEncoder(MassUnit.KG, Check.TWOS_COMPLEMENT, false, 1, 0);
  }

  @Override
  public long largest() {
    return NumberText.nines(DIGITS);
  }

  @Override
  public byte[] encode(Indication shown) {
    byte[] frame = new byte[check == Check.NONE ? 17 : 18];
    frame[0] = 0x02;
    frame[1] = statusA(shown.decimals());
    frame[2] = statusB(shown);
    frame[3] = ALWAYS;
    String digits = (shown.blank() ? " ".repeat(DIGITS) : digits(shown.value()));
    System.arraycopy((digits + digits(shown.tare())).getBytes(US_ASCII), 0, frame, 4, 2 * DIGITS);
    frame[16] = 0x0D;
    if (check != Check.NONE) {
      frame[17] = checkOf(Arrays.copyOf(frame, 17));
    }
    return frame;
  }

  /** Bits 0 to 2: 2 for the last digit as one, 3 for a tenth, 1 for ten. */
  private byte statusA(int decimals) {
    int position = decimals == 0 ? 2 - fixedZeros : 2 + decimals;
    int step = increment == 5 ? 3 : increment;
    return (byte) (ALWAYS | (step << 3) | position);
  }

  private byte statusB(Indication shown) {
    return (byte)
        (ALWAYS
            | (shown.net() ? NET : 0)
            | (shown.negative() ? NEGATIVE : 0)
            | (shown.blank() ? OUT_OF_RANGE : 0)
            | (shown.moving() ? MOTION : 0)
            | (unit == MassUnit.KG ? KILOGRAMS : 0));
  }

  private String digits(long value) {
    long sent = Math.abs(value) / (long) Math.pow(10, fixedZeros);
    return NumberText.right(Long.toString(sent), DIGITS, zeroPadded ? '0' : ' ');
  }

  private byte checkOf(byte[] bytes) {
    int sum = 0;
    int xor = 0;
    for (byte b : bytes) {
      sum += b;
      xor ^= b;
    }
    return (byte) (check == Check.XOR ? xor : -sum & 0x7F);
  }
}
