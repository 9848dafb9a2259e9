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
 * the permissible one. The rest of R 134 (number of runs, vehicles, marks) is not judged here.
 *
 * @param results per kind of which there are pairs
 */
public record R134(Map<Kind, Result> results) {

  /**
   * What one kind came to.
   *
   * @param n how many pairs
   * @param largestErrorPercent the largest relative error, with its sign
   * @param byFloor of how many errors only the least permissible error leaves the class standing
   * @param row the best class whose permissible error holds; empty when none does
   */
  public record Result(int n, double largestErrorPercent, int byFloor, Optional<Row> row) {}

  public R134 {
    results = new EnumMap<>(results);
  }

  /** By percent alone, where the instrument's scale interval is not told. */
  public static R134 assess(List<Pair> pairs, R134Table table, boolean initial) {
    return judged(pairs, new PermissibleError(table.floor(), initial, Optional.empty()), table);
  }

  /**
   * With what is granted by the scale interval.
   *
   * @param intervalN the instrument's scale interval d as a load, newton
   */
  public static R134 assess(List<Pair> pairs, R134Table table, boolean initial, double intervalN) {
    return judged(
        pairs, new PermissibleError(table.floor(), initial, Optional.of(intervalN)), table);
  }

  private static R134 judged(List<Pair> pairs, PermissibleError error, R134Table table) {
    Map<Kind, Result> results = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      List<Pair> own = pairs.stream().filter(pair -> isOf(kind, pair)).toList();
      own.stream()
          .map(Pair::errorPercent)
          .max(Comparator.comparingDouble(Math::abs))
          .ifPresent(worst -> results.put(kind, result(own, worst, error, table.of(kind))));
    }
    return new R134(results);
  }

  private static Result result(
      List<Pair> pairs, double worst, PermissibleError error, List<Row> rows) {
    Optional<Row> best =
        rows.stream()
            .filter(error::mayBe)
            .filter(row -> pairs.stream().allMatch(pair -> error.holds(pair, row)))
            .findFirst();
    long byFloor =
        best.map(row -> pairs.stream().filter(pair -> error.onlyByFloor(pair, row)).count())
            .orElse(0L);
    return new Result(pairs.size(), worst, (int) byFloor, best);
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
