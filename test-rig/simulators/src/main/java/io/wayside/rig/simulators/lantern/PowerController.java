// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import io.wayside.rig.simulators.modbus.RegisterImage;
import io.wayside.rig.simulators.modbus.RegisterTable;
import io.wayside.rig.simulators.modbus.RegisterTable.WordOrder;

/**
 * A charge controller as the example of the documentation describes one: input registers alone,
 * long numbers with the low word first.
 */
public final class PowerController {

  private final RegisterTable cells = new RegisterTable(16);

  /** The unit's registers, which can only be read. */
  public RegisterImage image() {
    return cells;
  }

  public void battery(double volts) {
    cells.input(0, (int) Math.round(volts * 100));
  }

  public void panel(double volts) {
    cells.input(1, (int) Math.round(volts * 100));
  }

  /** In and out of the battery; either may be below zero. */
  public void currents(double chargeA, double loadA) {
    cells.inputInt(2, (int) Math.round(chargeA * 1000), WordOrder.LOW_FIRST);
    cells.inputInt(4, (int) Math.round(loadA * 1000), WordOrder.LOW_FIRST);
  }

  public void temperature(double cel) {
    cells.input(6, (int) Math.round((cel + 40) * 10));
  }

  /** No probe is connected. */
  public void noTemperature() {
    cells.input(6, 0xFFFF);
  }

  /** Low, flat, and a code of what failed in the four bits above. */
  public void state(boolean low, boolean flat, int fault) {
    cells.input(7, (low ? 1 : 0) | (flat ? 2 : 0) | fault << 4);
  }

  public void door(boolean open) {
    cells.discreteInput(0, open);
  }
}
