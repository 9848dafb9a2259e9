// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.law;

import io.wayside.core.vehicle.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds of limit a law pack can state. Lengths are in metres, loads in kilograms. */
sealed interface Limit {

  RuleHead head();

  /** Distances a gross limit may depend on. */
  enum Distance {
    /** From the first axle to the last. */
    FIRST_TO_LAST,
    /** From the kingpin to the first axle of the semitrailer. */
    KINGPIN,
    /** Between drawing vehicle and trailer. */
    DRAWBAR
  }

  /**
   * A group of neighbouring axles, by their number and the spacing within the group.
   *
   * @param spacingM the limit applies when a spacing is in it
   */
  record OfGroup(RuleHead head, int axles, Range spacingM, double limitKg) implements Limit {}

  /** Any neighbouring axles whose outer centres are this far apart; one axle spans nothing. */
  record OfSpan(RuleHead head, Range spanM, double limitKg) implements Limit {}

  /**
   * The gross weight.
   *
   * @param layouts to which it applies; all when empty
   * @param axles to which number of axles it applies
   * @param distances within which it applies
   * @param oneContainer applies only with, or only without, a single container; both when empty
   * @param reduction for distances that are too short
   */
  record OfGross(
      RuleHead head,
      List<String> layouts,
      Range axles,
      Map<Distance, Range> distances,
      Optional<Boolean> oneContainer,
      double limitKg,
      Optional<Reduction> reduction)
      implements Limit {}

  /** So much less for each metre that a distance falls short. */
  record Reduction(Distance of, double leastM, double kgPerM) {

    double at(double metres) {
      return Math.max(0, leastM - metres) * kgPerM;
    }
  }

  /**
   * Any neighbouring axles: {@code factor · (L·N/(N-1) + perAxle·N + constant)}, L being the
   * distance of the outer centres and N the number of axles, in the units of the pack.
   *
   * @param axles to how many axles it applies
   * @param spanM to which distances it applies
   * @param formula the figures
   * @param exceptions which replace the formula where they allow more
   */
  record ByBridgeFormula(
      RuleHead head, Range axles, Range spanM, Formula formula, List<Allowance> exceptions)
      implements Limit {

    /**
     * The figures of the formula.
     *
     * @param step to which the result is rounded, in the unit of the result
     * @param metresPerUnit the unit of L
     * @param kgPerUnit the unit of the result
     */
    record Formula(
        double factor,
        double perAxle,
        double constant,
        double step,
        double metresPerUnit,
        double kgPerUnit) {

      double limitKg(int axles, double spanM) {
        double length = spanM / metresPerUnit;
        double raw = factor * (length * axles / (axles - 1) + perAxle * axles + constant);
        return Math.rint(raw / step) * step * kgPerUnit;
      }
    }

    /**
     * So many axles with a distance of at least so much may carry so much.
     *
     * @param sets how many axles each of the sets has, in order
     * @param setSpanM how far apart the outer axles of each set are
     * @param spanM distance of the outermost axles
     */
    record Allowance(
        RuleHead head, List<Integer> sets, Range setSpanM, Range spanM, double limitKg) {}
  }
}
