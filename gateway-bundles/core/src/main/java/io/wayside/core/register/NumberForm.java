// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.register;

/** How a number lies in registers of 16 bits. */
public enum NumberForm {
  INT16(1),
  UINT16(1),
  INT32(2),
  UINT32(2),
  FLOAT32(2);

  private final int registers;

  NumberForm(int registers) {
    this.registers = registers;
  }

  public int registers() {
    return registers;
  }
}
