// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.accuracy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The assessment by COST 323.
 *
 * @param conditions under which the pairs were taken
 * @param results per criterion of which there are pairs
 */
public record Cost323(Conditions conditions, Map<Criterion, Result> results) {

  /** Fewer pairs than this are judged, and said to be too few. */
  public static final int ENOUGH = 10;

  private static final double KMH = 1 / 3.6;

  /**
   * What one criterion came to. All but the counts in percent.
   *
   * @param sample the relative errors
   * @param belowFloor pairs left out because their reference is too small for a relative error
   * @param demanded confidence demanded, π0
   * @param smallestTolerance δmin as computed
   * @param judgedTolerance δmin as in service: 1.25 of it in an initial verification
   * @param tolerance of the class reached
   * @param reached confidence reached for that tolerance, π
   * @param level the class; empty when the pairs are too few for any statement
   */
  public record Result(
      Sample sample,
      int belowFloor,
      double demanded,
      double smallestTolerance,
      double judgedTolerance,
      double tolerance,
      double reached,
      Optional<AccuracyClass> level) {}

  public Cost323 {
    results = new EnumMap<>(results);
  }

  /** Below or at this the criterion is not judged, in the criterion's unit. */
  public static double floor(Criterion criterion) {
    return switch (criterion) {
      case GROSS -> 35e3;
      case GROUP, SINGLE_AXLE, AXLE_OF_GROUP -> 20e3;
      case SPEED -> 30 * KMH;
      default -> 0;
    };
  }

  public static Cost323 assess(List<Pair> pairs, Conditions conditions) {
    Map<Criterion, Result> results = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      List<Pair> own = pairs.stream().filter(pair -> pair.criterion() == criterion).toList();
      if (!own.isEmpty() && criterion != Criterion.WHEEL) {
        results.put(criterion, judge(criterion, own, conditions));
      }
    }
    return new Cost323(conditions, results);
  }

  /** The worst class of all criteria that could be judged; empty when none could. */
  public Optional<AccuracyClass> overall() {
    return results.values().stream()
        .flatMap(result -> result.level().stream())
        .max(Comparator.naturalOrder());
  }

  private static Result judge(Criterion criterion, List<Pair> pairs, Conditions conditions) {
    List<Double> errors = new ArrayList<>();
    for (Pair pair : pairs) {
      if (pair.reference() > floor(criterion)) {
        errors.add(pair.errorPercent());
      }
    }
    return judge(criterion, Sample.of(errors), pairs.size() - errors.size(), conditions);
  }

  static Result judge(Criterion criterion, Sample sample, int belowFloor, Conditions conditions) {
    double demanded = sample.hasScatter() ? Confidence.demanded(sample, conditions) : Double.NaN;
    if (!(demanded > 0)) { // two or three pairs say nothing
      double none = Double.NaN;
      return new Result(sample, belowFloor, demanded, none, none, none, none, Optional.empty());
    }
    double smallest = Confidence.smallestTolerance(sample, demanded);
    double judged = conditions.initial() ? 1.25 * smallest : smallest;
    AccuracyClass level = AccuracyClass.reached(criterion, judged);
    double tolerance = level.tolerance(criterion) * (conditions.initial() ? 0.8 : 1);
    return new Result(
        sample,
        belowFloor,
        demanded,
        smallest,
        judged,
        tolerance,
        Confidence.reached(sample, tolerance),
        Optional.of(level));
  }
}
