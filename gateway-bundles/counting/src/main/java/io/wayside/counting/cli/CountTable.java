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
      "from_s,to_s,line,observed_s,completeness,vehicles,doubtful,mean_mps,p85_mps,mean_headway_s";

  private CountTable() {}

  static String of(Map<String, List<Interval>> lines) {
    Set<String> kinds = new TreeSet<>();
    lines.values().forEach(all -> all.forEach(one -> collect(one.counts(), kinds)));
    StringBuilder table = new StringBuilder(HEADING);
    kinds.forEach(kind -> table.append(',').append(cell(kind)));
    table.append('\n');
    lines.forEach((line, all) -> all.forEach(one -> row(line, one, kinds, table)));
    return table.toString();
  }

  private static void collect(Counts counts, Set<String> kinds) {
    counts
        .byClass()
        .forEach((name, ways) -> ways.keySet().forEach(way -> kinds.add(name + " " + way)));
  }

  private static void row(String line, Interval one, Set<String> kinds, StringBuilder table) {
    Counts counts = one.counts();
    table.append(seconds(one.slot().from())).append(',').append(seconds(one.slot().to()));
    table.append(',').append(cell(line)).append(',').append(number(one.observedS(), 3));
    table.append(',').append(number(one.completeness(), 4));
    table.append(',').append(counts.vehicles()).append(',').append(counts.doubtful());
    table.append(',').append(number(counts.speedsMps().mean(), 2));
    table.append(',').append(number(counts.speedsMps().percentile(), 2));
    table.append(',').append(number(counts.headwaysS().mean(), 2));
    for (String kind : kinds) {
      int blank = kind.lastIndexOf(' ');
      Map<String, Integer> ways = counts.byClass().getOrDefault(kind.substring(0, blank), Map.of());
      table.append(',').append(ways.getOrDefault(kind.substring(blank + 1), 0));
    }
    table.append('\n');
  }

  private static String cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
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
