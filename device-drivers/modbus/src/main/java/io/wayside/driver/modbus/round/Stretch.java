// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.round;

import io.wayside.core.device.RegisterDevice.Table;

/**
 * Cells of a table that one request reads.
 *
 * @param from first address
 * @param count how many
 */
public record Stretch(Table table, int from, int count) {

  public boolean holds(Bit bit) {
    return bit.table() == table && bit.address() >= from && bit.address() < from + count;
  }
}
