// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Relative errors of one quantity. */
final class Errors {

  private final String name;
  private final double limit;
  private final List<Double> errors = new ArrayList<>();

  /**
   * No errors yet.
   *
   * @param limit relative error that must not be exceeded
   */
  Errors(String name, double limit) {
    this.name = name;
    this.limit = limit;
  }

  void add(double measured, double truth) {
    errors.add(Math.abs(measured / truth - 1));
  }

  double within() {
    long good = errors.stream().filter(error -> error <= limit).count();
    return errors.isEmpty() ? 0 : (double) good / errors.size();
  }

  String line() {
    double[] sorted = errors.stream().mapToDouble(e -> e).sorted().toArray();
    if (sorted.length == 0) {
      return name + ": nothing measured";
    }
    return String.format(
        Locale.ROOT,
        "%-18s %6d measured, median error %.3f %%, 95 %% within %.3f %%, largest %.3f %%, %.2f %%"
            + " of them within %.1f %%",
        name,
        sorted.length,
        100 * sorted[sorted.length / 2],
        100 * sorted[(int) (0.95 * (sorted.length - 1))],
        100 * sorted[sorted.length - 1],
        100 * within(),
        100 * limit);
  }
}
