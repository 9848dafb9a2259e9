// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import io.wayside.counting.sighting.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How many crossed each line, to each side, of each class: what a person looks for first. */
final class Totals {

  private final List<String> lines;
  private final Map<String, Map<String, Map<String, Integer>>> counted = new TreeMap<>();

  Totals(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  void add(Sighting sighting) {
    counted
        .computeIfAbsent(sighting.line(), line -> new TreeMap<>())
        .computeIfAbsent(sighting.to().name().toLowerCase(Locale.ROOT), side -> new TreeMap<>())
        .merge(sighting.kind().code(), 1, Integer::sum);
  }

  /** One line of text for each line, in the order in which they were given. */
  List<String> told() {
    return lines.stream().map(line -> "line " + line + ": " + sides(line)).toList();
  }

  private String sides(String line) {
    Map<String, Map<String, Integer>> sides = counted.getOrDefault(line, Map.of());
    return sides.isEmpty()
        ? "nothing crossed"
        : sides.entrySet().stream()
            .map(side -> "to the " + side.getKey() + " " + classes(side.getValue()))
            .collect(Collectors.joining(", "));
  }

  private static String classes(Map<String, Integer> classes) {
    int all = classes.values().stream().mapToInt(Integer::intValue).sum();
    return all
        + classes.entrySet().stream()
            .map(one -> one.getValue() + " " + one.getKey())
            .collect(Collectors.joining(", ", " (", ")"));
  }
}
