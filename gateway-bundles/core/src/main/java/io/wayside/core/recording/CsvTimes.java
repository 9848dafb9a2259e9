// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.recording;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** Tells the distance of samples from the times of the first rows. */
final class CsvTimes {

  /** At 3 kHz and times rounded to milliseconds the rate comes out within 0.5 %. */
  static final int ROWS = 2048;

  /** A step this many times the last decimal is known well enough. */
  private static final int WELL_KNOWN = 200;

  private CsvTimes() {}

  /**
   * Median of steps over as few rows as their rounding allows: the fewer, the fewer hold a gap. At
   * most a quarter of the rows, so that one gap never is in half of the steps.
   */
  static OptionalDouble intervalNanos(List<CsvRow> rows) {
    double resolution =
        rows.stream().mapToDouble(CsvRow::resolutionNanos).min().orElse(0); // of the finest
    int most = Math.max(1, rows.size() / 4);
    double step = 0;
    int stride = 1;
    while (true) {
      step = medianStep(rows, stride);
      if (step > WELL_KNOWN * resolution || stride == most) {
        break;
      }
      stride = Math.min(most, 2 * stride);
    }
    return step > 0 ? OptionalDouble.of(step / stride) : OptionalDouble.empty();
  }

  private static double medianStep(List<CsvRow> rows, int stride) {
    double[] steps = new double[Math.max(0, rows.size() - stride)];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = rows.get(i + stride).timeNanos() - rows.get(i).timeNanos();
    }
    Arrays.sort(steps);
    return steps.length == 0 ? 0 : steps[steps.length / 2];
  }
}
