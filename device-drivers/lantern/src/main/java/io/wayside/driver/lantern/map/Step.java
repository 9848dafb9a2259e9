// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.device.RegisterDevice.Table;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cells that are written one after the other, and how the device says that it is done.
 *
 * @param sparing whether it is left out where the device says already that it is so: settings lie
 *     in memory that wears
 */
public record Step(List<Write> writes, Optional<Confirmation> confirmation, boolean sparing) {

  public Step {
    writes = List.copyOf(writes);
  }

  /** A cell, and what is written to it. */
  public record Write(Table table, int address, int value) {}

  /**
   * Where the device says how it went.
   *
   * @param done numbers that say that it is done
   * @param failed numbers that say that it will not be; all others: not yet
   * @param withinNanos how long it may take
   */
  public record Confirmation(Cell cell, Set<Long> done, Set<Long> failed, long withinNanos) {
    public Confirmation {
      done = Set.copyOf(done);
      failed = Set.copyOf(failed);
    }
  }
}
