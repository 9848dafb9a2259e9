// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.registers;

import io.wayside.core.register.NumberLayout;
import io.wayside.driver.indicator.codec.Indication;
import io.wayside.driver.indicator.codec.Indication.Range;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Where a transmitter keeps weight and status. Both are read in one go, so that they belong to the
 * same moment.
 *
 * @param weightAddress of its first register, counted from 0
 * @param layout of the weight
 * @param decimals digits after the point; negative when the last digit counts tens or hundreds
 * @param statusAddress counted from 0; negative when there is no status word
 * @param status its bits
 */
public record RegisterMap(
    int weightAddress, NumberLayout layout, int decimals, int statusAddress, StatusBits status) {

  /** Modbus answers at most 125 registers at once; many devices fewer. */
  private static final int MOST_REGISTERS = 64;

  /** More digits than any display has; beyond it the registers hold something else. */
  private static final int MOST_DIGITS = 15;

  public RegisterMap {
    if (statusAddress < 0 && !status.isEmpty()) {
      throw new IllegalArgumentException(
          "masks of a status word are given without statusAddress: give it or leave the masks out");
    }
    int first = statusAddress < 0 ? weightAddress : Math.min(weightAddress, statusAddress);
    int last = Math.max(weightAddress + layout.form().registers() - 1, statusAddress);
    if (last - first >= MOST_REGISTERS) {
      throw new IllegalArgumentException(
          ("weight at register %d and status at register %d are %d or more apart and cannot be read"
                  + " together: leave the status word out")
              .formatted(weightAddress, statusAddress, MOST_REGISTERS));
    }
  }

  /** The first register to be read. */
  public int first() {
    return statusAddress < 0 ? weightAddress : Math.min(weightAddress, statusAddress);
  }

  /** How many registers are read. */
  public int count() {
    int last = Math.max(weightAddress + layout.form().registers() - 1, statusAddress);
    return last - first() + 1;
  }

  /** What those registers say. */
  public Indication read(int... registers) {
    int at = weightAddress - first();
    int[] number = Arrays.copyOfRange(registers, at, at + layout.form().registers());
    Indication shown = layout.read(number).map(this::shown).orElse(Indication.none(Range.BLANK));
    return statusAddress < 0
        ? shown
        : status.applied(shown, registers[statusAddress - first()] & 0xFFFF);
  }

  private Indication shown(BigDecimal number) {
    BigDecimal placed = number.movePointLeft(decimals).stripTrailingZeros();
    BigDecimal plain = placed.scale() < 0 ? placed.setScale(0) : placed;
    return plain.precision() > MOST_DIGITS || plain.scale() > MOST_DIGITS
        ? Indication.none(Range.BLANK)
        : Indication.shown(plain.unscaledValue().longValueExact(), plain.scale());
  }
}
