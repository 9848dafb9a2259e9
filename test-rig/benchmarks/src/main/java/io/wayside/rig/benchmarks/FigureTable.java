// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks;

import java.util.List;
import java.util.Locale;

/** Figures as a table for people. */
final class FigureTable {

  private static final String ROW = "  %-52s %12s %-10s %8s  %-40s %4s%n";

  private FigureTable() {}

  static String of(Benchmark benchmark, List<Figure> figures, boolean quick) {
    StringBuilder text = new StringBuilder();
    text.append(benchmark.name()).append(": ").append(benchmark.about());
    text.append(quick ? " (quick: not for quoting)\n" : "\n");
    text.append(
        String.format(Locale.ROOT, ROW, "figure", "median", "unit", "ratio", "against", "runs"));
    for (Figure f : figures) {
      text.append(
          String.format(
              Locale.ROOT,
              ROW,
              f.figure(),
              number(f.value()),
              f.unit(),
              f.ratio().isPresent()
                  ? String.format(Locale.ROOT, "%.2f", f.ratio().getAsDouble())
                  : "",
              f.against(),
              f.runs()));
    }
    return text.toString();
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "-";
    }
    return value >= 1000 || value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
