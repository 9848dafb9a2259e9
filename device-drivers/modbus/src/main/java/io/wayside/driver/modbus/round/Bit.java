// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.round;

import io.wayside.core.device.RegisterDevice.Table;

/**
 * One bit of a device: a cell of a table of bits, or one bit of a register.
 *
 * @param address of its cell, counted from 0
 * @param number within a register, 0 the lowest; 0 in a table of bits
 */
public record Bit(Table table, int address, int number) {

  private static final int LAST_ADDRESS = 65_535;
  private static final int LAST_BIT = 15;

  public Bit {
    int last = isRegister(table) ? LAST_BIT : 0;
    if (address < 0 || address > LAST_ADDRESS || number < 0 || number > last) {
      throw new IllegalArgumentException(
          "there is no bit %d of %s %d: addresses run from 0 to %d, bits here from 0 to %d"
              .formatted(number, table, address, LAST_ADDRESS, last));
    }
  }

  /** Whether its cell holds other bits too. */
  public boolean isInRegister() {
    return isRegister(table);
  }

  private static boolean isRegister(Table table) {
    return table == Table.HOLDING_REGISTERS || table == Table.INPUT_REGISTERS;
  }

  /** Whether it is set in its cell. */
  public boolean in(int cell) {
    return (cell >> number & 1) == 1;
  }

  /** Its cell with this bit so and the others as they are. */
  public int put(int cell, boolean on) {
    return on ? cell | 1 << number : cell & ~(1 << number);
  }

  @Override
  public String toString() {
    return (isInRegister() ? "bit " + number + " of " : "") + table + " " + address;
  }
}
