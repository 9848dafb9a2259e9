// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.cli;

import io.wayside.counting.interval.Counts;
import io.wayside.counting.interval.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Intervals as a table: a row for each interval and line, a column for each class and direction.
 */
final class CountTable {

  private static final String HEADING =
      "from_s,to_s,line,observed_s,completeness,vehicles,doubtful,mean_mps,p85_mps,mean_headway_s,"
          + "p15_headway_s,pcu,without_pcu";

  /** Columns of counts before those by class. */
  private static final int FIGURES = 8;

  private CountTable() {}

  static String of(Map<String, List<Interval>> lines) {
    Set<Kind> kinds = new TreeSet<>();
    lines.values().forEach(all -> all.forEach(one -> collect(one.counts(), kinds)));
    StringBuilder table = new StringBuilder(HEADING);
    kinds.forEach(kind -> table.append(',').append(CsvCells.cell(kind.name() + " " + kind.way())));
    table.append('\n');
    lines.forEach((line, all) -> all.forEach(one -> row(line, one, kinds, table)));
    return table.toString();
  }

  /** A column: a class in a direction; either may be of several words. */
  private record Kind(String name, String way) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int byName = name.compareTo(other.name);
      return byName != 0 ? byName : way.compareTo(other.way);
    }
  }

  private static void collect(Counts counts, Set<Kind> kinds) {
    counts
        .byClass()
        .forEach((name, ways) -> ways.keySet().forEach(way -> kinds.add(new Kind(name, way))));
  }

  private static void row(String line, Interval one, Set<Kind> kinds, StringBuilder table) {
    Counts counts = one.counts();
    table.append(seconds(one.slot().from())).append(',').append(seconds(one.slot().to()));
    table.append(',').append(CsvCells.cell(line)).append(',').append(number(one.observedS(), 3));
    table.append(',').append(number(one.completeness(), 4));
    if (one.blind() && counts.vehicles() == 0) {
      table.append(",".repeat(FIGURES + kinds.size())).append('\n');
      return;
    }
    table.append(',').append(counts.vehicles()).append(',').append(counts.doubtful());
    table.append(',').append(number(counts.speedsMps().mean(), 2));
    table.append(',').append(number(counts.speedsMps().percentile(), 2));
    table.append(',').append(number(counts.headwaysS().mean(), 2));
    table.append(',').append(number(counts.headwaysS().percentile(), 2));
    table.append(',').append(number(counts.pcu(), 2)).append(',').append(counts.withoutPcu());
    for (Kind kind : kinds) {
      Map<String, Integer> ways = counts.byClass().getOrDefault(kind.name(), Map.of());
      table.append(',').append(ways.getOrDefault(kind.way(), 0));
    }
    table.append('\n');
  }

  private static long seconds(Instant moment) {
    return Duration.between(Instant.EPOCH, moment).toSeconds();
  }

  private static String number(OptionalDouble number, int decimals) {
    return number.isPresent() ? number(number.getAsDouble(), decimals) : "";
  }

  private static String number(double number, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", number);
  }
}
