// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import io.wayside.weighing.accuracy.E1318Table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * The types of ASTM E 1318 that the errors of the pairs allow: of each measure, the demanded share
 * must be within the tolerance.
 *
 * @param sharePercent demanded of each measure
 * @param lines one per type and measure
 */
public record E1318(double sharePercent, List<Line> lines) {

  /**
   * What one measure came to for one type.
   *
   * @param n how many pairs are large enough to be judged
   * @param within how many of them are within the tolerance
   * @param holds whether that is enough; true when there is nothing to judge
   */
  public record Line(Row row, int n, int within, boolean holds) {

    /** NaN when there is nothing to judge. */
    public double sharePercent() {
      return n == 0 ? Double.NaN : 100.0 * within / n;
    }
  }

  public E1318 {
    lines = List.copyOf(lines);
  }

  public static E1318 assess(List<Pair> pairs, E1318Table table) {
    List<Line> lines = new ArrayList<>();
    for (Row row : table.rows()) {
      List<Pair> judged = pairs.stream().filter(row::judges).toList();
      int within = (int) judged.stream().filter(row::holds).count();
      boolean holds = 100.0 * within >= table.sharePercent() * judged.size();
      lines.add(new Line(row, judged.size(), within, holds));
    }
    return new E1318(table.sharePercent(), lines);
  }

  /** Types that hold for every load of which there are pairs; there must be some. */
  public List<String> types() {
    return lines.stream()
        .map(line -> line.row().type())
        .distinct()
        .filter(type -> of(type).stream().allMatch(Line::holds))
        .filter(type -> of(type).stream().anyMatch(line -> line.n() > 0))
        .toList();
  }

  private List<Line> of(String type) {
    return lines.stream().filter(line -> line.row().type().equals(type)).toList();
  }
}
