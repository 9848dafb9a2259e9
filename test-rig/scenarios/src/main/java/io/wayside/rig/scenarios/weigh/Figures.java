// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.rig.scenarios.weigh.Matching.Pairing;
import io.wayside.weighing.accuracy.Conditions;
import io.wayside.weighing.accuracy.Cost323;
import io.wayside.weighing.accuracy.Criterion;
import io.wayside.weighing.accuracy.Pair;
import io.wayside.weighing.accuracy.R134;
import io.wayside.weighing.accuracy.R134Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a set of weighings came to.
 *
 * @param vehicles how many
 * @param rows per criterion of which there is anything
 * @param cost323 the classes of COST 323
 * @param r134 the classes of OIML R 134, for platforms
 */
record Figures(int vehicles, List<Row> rows, Cost323 cost323, Optional<R134> r134) {

  /**
   * Calibrated with other vehicles than those judged, all in one day, with those of the traffic.
   */
  static final Conditions CONDITIONS =
      new Conditions(Conditions.Environment.I, Conditions.Plan.R2, false);

  /**
   * One criterion; errors in percent of the truth.
   *
   * @param n above the floor of the criterion
   * @param belowFloor too light or too slow for a relative error to mean anything
   * @param worst the largest error with its sign
   * @param stated of how many of all an uncertainty is stated
   * @param covered of how many of these the truth is within it
   */
  record Row(
      Criterion criterion,
      int n,
      int belowFloor,
      double mean,
      double deviation,
      double worst,
      int stated,
      int covered) {

    /** NaN where nothing is stated. */
    double coveredPercent() {
      return stated == 0 ? Double.NaN : 100.0 * covered / stated;
    }
  }

  Figures {
    rows = List.copyOf(rows);
  }

  static Figures of(List<Pairing> pairings, Optional<R134Table> table) {
    List<Comparison> all =
        pairings.stream().flatMap(pairing -> Comparison.of(pairing).stream()).toList();
    List<Pair> pairs = all.stream().map(Comparison::pair).toList();
    Cost323 cost = Cost323.assess(pairs, CONDITIONS);
    List<Row> rows = new ArrayList<>();
    cost.results().forEach((criterion, result) -> rows.add(row(criterion, result, all)));
    return new Figures(
        pairings.size(),
        rows,
        cost,
        table.map(classes -> R134.assess(pairs, classes, false, SiteDocument.INTERVAL_N)));
  }

  private static Row row(Criterion criterion, Cost323.Result result, List<Comparison> all) {
    List<Comparison> own = all.stream().filter(c -> c.pair().criterion() == criterion).toList();
    double worst =
        own.stream()
            .map(Comparison::pair)
            .filter(pair -> pair.reference() > Cost323.floor(criterion))
            .map(Pair::errorPercent)
            .max(Comparator.comparingDouble(Math::abs))
            .orElse(Double.NaN);
    return new Row(
        criterion,
        result.sample().n(),
        result.belowFloor(),
        result.sample().mean(),
        result.sample().deviation(),
        worst,
        (int) own.stream().filter(Comparison::stated).count(),
        (int) own.stream().filter(Comparison::covered).count());
  }
}
