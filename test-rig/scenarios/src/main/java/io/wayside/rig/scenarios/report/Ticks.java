// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An axis with round numbers on it.
 *
 * @param label what it shows, with its unit
 * @param from its first tick
 * @param to its last
 * @param step between ticks: 1, 2 or 5 times a power of ten
 */
record Ticks(String label, double from, double to, double step) {

  /** Ticks that enclose both values, about {@code wanted} of them. */
  static Ticks enclosing(String label, double least, double most, int wanted) {
    double span = most > least ? most - least : 1;
    double power = Math.pow(10, Math.floor(Math.log10(span / wanted)));
    double step = power * 10;
    for (double factor : new double[] {1, 2, 5}) {
      if (span / (factor * power) <= wanted + 0.5) {
        step = factor * power;
        break;
      }
    }
    double from = step * Math.floor(least / step + 1e-9);
    double to = step * Math.ceil(Math.max(most, least + span / wanted) / step - 1e-9);
    return new Ticks(label, from, to, step);
  }

  List<Double> at() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((to - from) / step);
    for (int i = 0; i <= count; i++) {
      ticks.add(from + i * step);
    }
    return ticks;
  }

  String text(double tick) {
    int digits = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    String text = String.format(Locale.ROOT, "%." + digits + "f", tick);
    return text.matches("-0(\\.0+)?") ? text.substring(1) : text;
  }

  /** Where a value lies, 0 at the first tick and 1 at the last; not beyond them. */
  double share(double value) {
    return Math.max(0, Math.min(1, (value - from) / (to - from)));
  }
}
