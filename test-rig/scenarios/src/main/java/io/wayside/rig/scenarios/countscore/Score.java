// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.countscore;

import io.wayside.rig.scenarios.countscore.Pairs.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a counter got right and wrong. */
final class Score {

  private final Map<String, Row> rows = new TreeMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Passing> missed;
  private final List<Passing> invented;

  /** One line and direction. */
  record Row(int truths, int events, int matched) {

    double recall() {
      return truths == 0 ? 1 : (double) matched / truths;
    }

    double precision() {
      return events == 0 ? 1 : (double) matched / events;
    }
  }

  Score(List<Passing> events, List<Passing> truths, double withinS) {
    Map<String, List<Passing>> eventsOf = grouped(events);
    Map<String, List<Passing>> truthsOf = grouped(truths);
    Stream.concat(eventsOf.keySet().stream(), truthsOf.keySet().stream())
        .distinct()
        .forEach(
            key -> {
              List<Passing> e = eventsOf.getOrDefault(key, List.of());
              List<Passing> t = truthsOf.getOrDefault(key, List.of());
              List<Pair> matched = new Pairs(withinS).of(e, t);
              pairs.addAll(matched);
              rows.put(key, new Row(t.size(), e.size(), matched.size()));
            });
    this.missed = rest(truths, pairs.stream().map(Pair::truth).toList());
    this.invented = rest(events, pairs.stream().map(Pair::event).toList());
  }

  private static Map<String, List<Passing>> grouped(List<Passing> all) {
    return all.stream().collect(Collectors.groupingBy(p -> p.line() + " " + p.direction()));
  }

  private static List<Passing> rest(List<Passing> all, List<Passing> used) {
    List<Passing> rest = new ArrayList<>(all);
    used.forEach(rest::remove);
    return rest;
  }

  /** By line and direction. */
  Map<String, Row> rows() {
    return rows;
  }

  Row all() {
    return new Row(
        rows.values().stream().mapToInt(Row::truths).sum(),
        rows.values().stream().mapToInt(Row::events).sum(),
        pairs.size());
  }

  List<Pair> pairs() {
    return List.copyOf(pairs);
  }

  List<Passing> missed() {
    return missed;
  }

  List<Passing> invented() {
    return invented;
  }

  /** How often a true class was called what. */
  Map<String, Map<String, Long>> classes() {
    return pairs.stream()
        .collect(
            Collectors.groupingBy(
                pair -> pair.truth().vehicleClass(),
                TreeMap::new,
                Collectors.groupingBy(
                    pair -> pair.event().vehicleClass(), TreeMap::new, Collectors.counting())));
  }

  /** Relative errors of a quantity where both sides have it, by size. */
  double[] errors(Function<Passing, OptionalDouble> quantity) {
    return pairs.stream()
        .filter(
            pair ->
                quantity.apply(pair.event()).isPresent()
                    && quantity.apply(pair.truth()).orElse(0) > 0)
        .mapToDouble(
            pair ->
                quantity.apply(pair.event()).orElse(0) / quantity.apply(pair.truth()).orElse(1) - 1)
        .sorted()
        .toArray();
  }
}
