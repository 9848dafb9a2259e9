// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.driver.modbus.ModbusDevice.Look;
import io.wayside.driver.modbus.round.Bit;
import io.wayside.driver.modbus.round.Stretch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A module in memory that writes down what it is asked, and fails as it is told. */
final class ScriptedModule implements ModulePorts, RegisterDevice, Round.Looking {

  private static final long EXCHANGE_MS = 4;

  private final ManualTime time;
  private final Map<String, Integer> cells = new HashMap<>();
  final List<String> asked = new ArrayList<>();
  final Set<Integer> missing = new HashSet<>();
  private @Nullable DeviceException failure;
  private @Nullable String unwatched;
  private boolean deaf;

  ScriptedModule(ManualTime time) {
    this.time = time;
  }

  /** Null is well again. */
  void failsWith(@Nullable DeviceException why) {
    failure = why;
  }

  /** Confirms what is written and stays as it is. */
  void deaf(boolean now) {
    deaf = now;
  }

  void unwatched(String words) {
    unwatched = words;
  }

  void put(Bit bit, boolean on) {
    String key = bit.table() + " " + bit.address();
    cells.put(key, bit.put(cells.getOrDefault(key, 0), on));
  }

  boolean has(Bit bit) {
    return bit.in(cells.getOrDefault(bit.table() + " " + bit.address(), 0));
  }

  private void asked(String what) throws DeviceException {
    asked.add(what);
    time.passMs(EXCHANGE_MS);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public Look look(Stretch stretch) throws DeviceException {
    return new Look(
        read(stretch.table(), stretch.from(), stretch.count()),
        time.monotonicNanos() - EXCHANGE_MS * ManualTime.MS / 2);
  }

  @Override
  public int[] read(Table table, int address, int count) throws DeviceException {
    asked("%s %d+%d".formatted(table, address, count));
    int[] read = new int[count];
    for (int i = 0; i < count; i++) {
      if (missing.contains(address + i)) {
        throw new DeviceException.Refused("module-1: exception 2");
      }
      read[i] = cells.getOrDefault(table + " " + (address + i), 0);
    }
    return read;
  }

  @Override
  public void write(Table table, int address, int... values) throws DeviceException {
    asked("%s %d=%s".formatted(table, address, values[0]));
    if (!deaf) {
      cells.put(table + " " + address, values[0]);
    }
  }

  @Override
  public void write(Bit bit, boolean on) throws DeviceException {
    asked(bit + "=" + on);
    if (!deaf) {
      put(bit, on);
    }
  }

  @Override
  public void requireWatched() throws DeviceException.Refused {
    if (unwatched != null) {
      throw new DeviceException.Refused(unwatched);
    }
  }

  @Override
  public void add(Port port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void remove(Port port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void wake() {
    asked.add("woken");
  }

  @Override
  public String deviceId() {
    return "module-1";
  }
}
