// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.health.Health.Status;
import io.wayside.rig.contracts.RegisterHarness.Manner;
import java.util.EnumMap;
import java.util.Map;

/** A device with a hundred cells in each table, which answers in the manner the script wants. */
public final class ScriptedRegisterDevice extends ScriptedDevice implements RegisterDevice {

  private static final int CELLS = 100;

  private final Map<Table, int[]> cells = new EnumMap<>(Table.class);
  private Manner manner = Manner.PROPERLY;

  public ScriptedRegisterDevice(String deviceId) {
    super(deviceId);
    for (Table table : Table.values()) {
      cells.put(table, new int[CELLS]);
    }
  }

  /** Sets cells from the device's side. */
  public synchronized void holds(Table table, int address, int... values) {
    System.arraycopy(values, 0, tableOf(table), address, values.length);
  }

  /** One cell as the device holds it. */
  public synchronized int cell(Table table, int address) {
    return tableOf(table)[address];
  }

  /** How it answers from now on. */
  public synchronized void answers(Manner newManner) {
    manner = newManner;
  }

  @Override
  public synchronized int[] read(Table table, int address, int count) throws DeviceException {
    answer(table, address, count);
    int[] read = new int[count];
    System.arraycopy(tableOf(table), address, read, 0, count);
    return read;
  }

  @Override
  public synchronized void write(Table table, int address, int... values) throws DeviceException {
    if (table == Table.DISCRETE_INPUTS || table == Table.INPUT_REGISTERS) {
      throw new IllegalArgumentException(table + " of " + deviceId() + " can only be read");
    }
    answer(table, address, values.length);
    holds(table, address, values);
  }

  private int[] tableOf(Table table) {
    return cells.getOrDefault(table, new int[0]);
  }

  private void answer(Table table, int address, int count) throws DeviceException {
    if (!isLinkUp()) {
      throw new DeviceException.LinkDown("no way to " + deviceId() + "; restore its link");
    }
    String what = deviceId() + ", " + table + " from " + address;
    switch (manner) {
      case REFUSING -> throw new DeviceException.Refused(what + ": refused by the script");
      case GARBLED -> throw new DeviceException.Garbled(what + ": garbled by the script");
      case NOT_AT_ALL -> throw new DeviceException.TimedOut(what + ": silent by the script");
      case PROPERLY -> {
        if (address < 0 || count < 1 || address + count > CELLS) {
          throw new DeviceException.Refused(what + ": there are only " + CELLS + " cells");
        }
        report(Status.OK, "ok", "in order");
      }
    }
  }
}
