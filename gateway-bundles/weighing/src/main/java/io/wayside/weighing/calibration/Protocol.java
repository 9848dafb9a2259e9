// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A calibration as a report to be printed and signed, line by line. */
public final class Protocol {

  private static final double KMH = 3.6;

  private final List<String> lines = new ArrayList<>();

  private Protocol() {}

  public static List<String> of(String instrument, List<SensorFit> fits, List<String> changes) {
    Protocol protocol = new Protocol();
    protocol.line("Calibration of %s", instrument);
    protocol.line("factor: the constant in force must be multiplied by it; ± with k = 2");
    fits.forEach(protocol::sensor);
    protocol.line("");
    protocol.line("Proposed changes");
    changes.forEach(change -> protocol.line("  %s", change));
    return List.copyOf(protocol.lines);
  }

  private void sensor(SensorFit fit) {
    line("");
    line("Sensor %s: %d runs used, %d left out", fit.sensor(), fit.used(), fit.outliers().size());
    line("  factor %.5f ± %.2f %%", fit.factor(), fit.factorPercent());
    line("  by least squares through the origin %.5f", fit.slope());
    if (!Double.isNaN(fit.offsetN())) {
      line(
          "  offset %.0f N ± %.0f N%s",
          fit.offsetN(),
          fit.offsetUncertaintyN(),
          fit.offsetMatters() ? ": not zero; look at the baseline before using the factor" : "");
    }
    line(
        "  residuals: s %.2f %%, largest %+.2f %%",
        fit.residualPercent(), fit.largestResidualPercent());
    line("  %10s %6s %10s %8s %10s", "km/h", "runs", "ratio", "s %", "factor");
    for (SpeedBin bin : fit.bins()) {
      line(
          "  %10.1f %6d %10.5f %8s %10.5f",
          bin.meanSpeedMps() * KMH,
          bin.runs(),
          bin.meanRatio(),
          Double.isNaN(bin.deviationPercent())
              ? "-"
              : String.format(Locale.ROOT, "%.2f", bin.deviationPercent()),
          bin.factor());
    }
    speed(fit);
    for (Outlier outlier : fit.outliers()) {
      line(
          "  left out: %s at %.1f km/h, %+.2f %% from its bin, %.1f robust deviations",
          outlier.run().truck(),
          outlier.run().speedMps() * KMH,
          outlier.deviationPercent(),
          outlier.score());
    }
  }

  private void speed(SensorFit fit) {
    if (Double.isNaN(fit.speedProbability())) {
      line("  speed: one bin only, its influence cannot be told");
    } else {
      line(
          "  speed: %s (by chance with probability %.3f)",
          fit.speedMatters() ? "matters, factors by bin are proposed" : "does not matter",
          fit.speedProbability());
    }
  }

  private void line(String format, Object... values) {
    lines.add(String.format(Locale.ROOT, format, values));
  }
}
