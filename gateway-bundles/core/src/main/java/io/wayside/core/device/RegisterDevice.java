// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/** A device of 16-bit registers and single bits, in the manner of Modbus. */
public interface RegisterDevice extends Device {

  /** Which of the four tables of the device. */
  enum Table {
    COILS,
    DISCRETE_INPUTS,
    INPUT_REGISTERS,
    HOLDING_REGISTERS
  }

  /**
   * Reads {@code count} cells from {@code address} (counted from 0). Registers come as 0 to 65535,
   * bits as 0 or 1.
   */
  int[] read(Table table, int address, int count) throws DeviceException;

  /** Writes cells of a writable table, all or nothing as far as the device allows. */
  void write(Table table, int address, int... values) throws DeviceException;
}
