// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus.round;

import io.wayside.core.device.RegisterDevice.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Reads bits in as few requests as may be: cells between two bits are read along where they are
 * few. A device that refuses a stretch may have no such cells; the stretch is parted then, and
 * stays so.
 */
public final class Plan {

  /** As long on the line as the frames of a request of its own. */
  private static final int BITS_READ_ALONG = 64;

  private static final int REGISTERS_READ_ALONG = 8;

  /** Section 6 of the application protocol. */
  private static final int MOST_BITS = 2000;

  private static final int MOST_REGISTERS = 125;

  private final Set<Cut> cuts = new HashSet<>();

  /** A stretch must begin here. */
  private record Cut(Table table, int address) {}

  /** The stretches in which these bits lie, each bit in one. */
  public List<Stretch> stretches(Collection<Bit> bits) {
    Map<Table, TreeSet<Integer>> addresses = new EnumMap<>(Table.class);
    for (Bit bit : bits) {
      addresses.computeIfAbsent(bit.table(), table -> new TreeSet<>()).add(bit.address());
    }
    List<Stretch> stretches = new ArrayList<>();
    addresses.forEach((table, sorted) -> join(table, sorted, stretches));
    return stretches;
  }

  private void join(Table table, SortedSet<Integer> addresses, List<Stretch> stretches) {
    boolean registers = table == Table.HOLDING_REGISTERS || table == Table.INPUT_REGISTERS;
    int along = registers ? REGISTERS_READ_ALONG : BITS_READ_ALONG;
    int most = registers ? MOST_REGISTERS : MOST_BITS;
    int from = addresses.first();
    int last = from;
    for (int next : addresses) {
      boolean apart = next - last - 1 > along || next - from >= most;
      if (apart || (next > last && cuts.contains(new Cut(table, next)))) {
        stretches.add(new Stretch(table, from, last - from + 1));
        from = next;
      }
      last = next;
    }
    stretches.add(new Stretch(table, from, last - from + 1));
  }

  /**
   * Parts a stretch that was refused, where most cells lie between two bits.
   *
   * @return false when all its bits lie in one cell, so that it cannot be parted
   */
  public boolean part(Stretch refused, Collection<Bit> bits) {
    TreeSet<Integer> addresses = new TreeSet<>();
    bits.stream().filter(refused::holds).forEach(bit -> addresses.add(bit.address()));
    int widest = 0;
    int cut = -1;
    for (int address : addresses) {
      Integer before = addresses.lower(address);
      if (before != null && address - before > widest) {
        widest = address - before;
        cut = address;
      }
    }
    return cut >= 0 && cuts.add(new Cut(refused.table(), cut));
  }
}
