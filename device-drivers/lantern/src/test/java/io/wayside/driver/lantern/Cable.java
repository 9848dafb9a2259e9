// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.RegisterDevice;

/** Registers that a process can be cut off from for good, as when it is killed. */
final class Cable implements RegisterDevice {

  private final RegisterDevice registers;
  private volatile boolean cut;

  Cable(RegisterDevice registers) {
    this.registers = registers;
  }

  void cut() {
    cut = true;
  }

  private void check() throws LinkDown {
    if (cut) {
      throw new LinkDown("the process is dead");
    }
  }

  @Override
  public int[] read(Table table, int address, int count) throws DeviceException {
    check();
    return registers.read(table, address, count);
  }

  @Override
  public void write(Table table, int address, int... values) throws DeviceException {
    check();
    registers.write(table, address, values);
  }

  @Override
  public String deviceId() {
    return registers.deviceId();
  }
}
