// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.register;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Where the bits of a number are.
 *
 * @param words order of the two registers of a number of 32 bits
 * @param bytes order of the bytes in each register; Modbus has HIGH_FIRST
 */
public record NumberLayout(NumberForm form, Significance words, Significance bytes) {

  /** The number in these registers; empty for a float that is no number. */
  public Optional<BigDecimal> read(int... registers) {
    long first = word(registers[0]);
    if (form.registers() == 1) {
      return whole(form == NumberForm.INT16 ? (short) first : first);
    }
    long second = word(registers[1]);
    long bits = words == Significance.HIGH_FIRST ? first << 16 | second : second << 16 | first;
    int signed = (int) bits;
    return switch (form) {
      case INT32 -> whole(signed);
      case FLOAT32 -> real(Float.intBitsToFloat(signed));
      default -> whole(bits);
    };
  }

  private long word(int register) {
    return bytes == Significance.HIGH_FIRST
        ? register & 0xFFFF
        : (register & 0xFF) << 8 | (register >> 8 & 0xFF);
  }

  private static Optional<BigDecimal> whole(long number) {
    return Optional.of(BigDecimal.valueOf(number));
  }

  /** The shortest decimal that is this float, as a display would show it. */
  private static Optional<BigDecimal> real(float number) {
    return Float.isFinite(number)
        ? Optional.of(new BigDecimal(Float.toString(number)))
        : Optional.empty();
  }
}
