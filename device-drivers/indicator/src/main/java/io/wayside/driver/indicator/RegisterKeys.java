// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.core.device.WeightReading;
import io.wayside.driver.indicator.codec.Key;
import java.util.Map;
import java.util.Optional;

/** Keys that are values written into one holding register. */
final class RegisterKeys implements Keyboard.Wire {

  private final RegisterDevice registers;
  private final int address;
  private final Map<Key, Integer> values;
  private final KeyDesk desk;

  /**
   * The keys of a transmitter.
   *
   * @param address of the command register; below zero when there is none
   * @param values what is written for a key; below zero when it has none
   */
  RegisterKeys(RegisterDevice registers, int address, Map<Key, Integer> values, KeyDesk desk) {
    this.registers = registers;
    this.address = address;
    this.values = Map.copyOf(values);
    this.desk = desk;
  }

  @Override
  public Optional<String> missing(Key key) {
    boolean there = address >= 0 && value(key) >= 0;
    return there
        ? Optional.empty()
        : Optional.of(
            "no register value is configured for this key (keysAddress and its value): press it on"
                + " the transmitter");
  }

  @Override
  public void press(Key key, String kilograms, WeightReading now) throws DeviceException {
    int value = value(key);
    desk.press(key, () -> registers.write(Table.HOLDING_REGISTERS, address, value));
  }

  private int value(Key key) {
    return values.getOrDefault(key, -1);
  }
}
