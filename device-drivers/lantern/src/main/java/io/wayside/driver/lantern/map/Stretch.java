// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern.map;

import io.wayside.core.device.RegisterDevice.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Cells that are read in one request, as often as each other, and the rows that lie in them. */
public record Stretch(Table table, int from, int count, long everyNanos, List<Row> rows) {

  /** Cells between two rows that are read along rather than asking twice. */
  private static final int READ_ALONG = 8;

  /** Many devices answer no more at once. */
  private static final int LONGEST = 64;

  public Stretch {
    rows = List.copyOf(rows);
  }

  /** The stretches in which these rows lie, each row in one. */
  public static List<Stretch> of(List<Row> rows) {
    List<Row> sorted = new ArrayList<>(rows);
    sorted.sort(
        Comparator.comparing(Row::everyNanos)
            .thenComparing(row -> row.cell().table())
            .thenComparing(row -> row.cell().address()));
    List<Stretch> stretches = new ArrayList<>();
    List<Row> joined = new ArrayList<>();
    for (Row row : sorted) {
      if (!joined.isEmpty() && !isNear(joined, row)) {
        stretches.add(over(joined));
        joined.clear();
      }
      joined.add(row);
    }
    if (!joined.isEmpty()) {
      stretches.add(over(joined));
    }
    return stretches;
  }

  private static boolean isNear(List<Row> joined, Row next) {
    Row first = joined.get(0);
    Cell cell = next.cell();
    return first.everyNanos() == next.everyNanos()
        && first.cell().table() == cell.table()
        && cell.address() - end(joined) <= READ_ALONG
        && cell.address() + cell.count() - first.cell().address() <= LONGEST;
  }

  private static int end(List<Row> rows) {
    return rows.stream().mapToInt(row -> row.cell().address() + row.cell().count()).max().orElse(0);
  }

  private static Stretch over(List<Row> rows) {
    Cell first = rows.get(0).cell();
    return new Stretch(
        first.table(),
        first.address(),
        end(rows) - first.address(),
        rows.get(0).everyNanos(),
        rows);
  }

  /** One for each row: what is left to do where a device refuses to answer for all at once. */
  public List<Stretch> parted() {
    return rows.stream().map(row -> over(List.of(row))).toList();
  }

  /** The cells of one of its rows. */
  public int[] cellsOf(Row row, int... cells) {
    int at = row.cell().address() - from;
    return Arrays.copyOfRange(cells, at, at + row.cell().count());
  }
}
