// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import io.wayside.weighing.accuracy.Pair.Vehicle;
import io.wayside.weighing.accuracy.R134Table.Kind;
import io.wayside.weighing.accuracy.R134Table.Row;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The classes of OIML R 134 that the errors of the pairs allow: every single error must be within
 * the permissible one. The rest of R 134 (number of runs, vehicles, scale interval, marks) is not
 * judged here.
 *
 * @param results per kind of which there are pairs
 */
public record R134(Map<Kind, Result> results) {

  /**
   * What one kind came to.
   *
   * @param n how many pairs
   * @param largestErrorPercent the error that decides, with its sign
   * @param row the best class whose permissible error holds; empty when none does
   */
  public record Result(int n, double largestErrorPercent, Optional<Row> row) {}

  public R134 {
    results = new EnumMap<>(results);
  }

  public static R134 assess(List<Pair> pairs, R134Table table, boolean initial) {
    Map<Kind, Result> results = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<Double> errors =
          pairs.stream().filter(pair -> isOf(kind, pair)).map(Pair::errorPercent).toList();
      errors.stream()
          .max(Comparator.comparingDouble(Math::abs))
          .ifPresent(
              worst ->
                  results.put(
                      kind, new Result(errors.size(), worst, best(table, kind, worst, initial))));
    }
    return new R134(results);
  }

  private static Optional<Row> best(R134Table table, Kind kind, double worst, boolean initial) {
    return table.of(kind).stream()
        .filter(row -> Math.abs(worst) <= row.permissible(initial))
        .findFirst();
  }

  /** A single axle whose vehicle is not told is judged by the stricter table. */
  private static boolean isOf(Kind kind, Pair pair) {
    return switch (pair.criterion()) {
      case GROSS -> kind == Kind.VEHICLE_MASS;
      case GROUP -> kind == Kind.GROUP;
      case SINGLE_AXLE ->
          kind
              == (pair.vehicle() == Vehicle.OTHER
                  ? Kind.AXLE_OTHER_VEHICLES
                  : Kind.AXLE_TWO_AXLE_RIGID);
      case AXLE_OF_GROUP -> kind == Kind.AXLE_OTHER_VEHICLES;
      default -> false;
    };
  }
}
