// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.detector.card;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.RegisterDevice.Table;

/** Registers of a card, as they are now. */
@FunctionalInterface
public interface Cells {
  int[] read(Table table, int address, int count) throws DeviceException;
}
