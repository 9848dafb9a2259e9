// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Runs of known trucks over a make-believe sensor. */
final class Runs {

  private Runs() {}

  /**
   * Ten runs at each of 40, 60 and 80 km/h with three loads.
   *
   * @param gain measured over known, by speed in m/s
   * @param noise standard deviation of the ratio
   */
  static List<Run> of(String sensor, DoubleUnaryOperator gain, double noise, long seed) {
    Random random = new Random(seed);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      double speed = new double[] {40, 60, 80}[i % 3] / 3.6;
      double reference = new double[] {40e3, 60e3, 90e3}[(i / 3) % 3];
      double ratio = gain.applyAsDouble(speed) * (1 + noise * random.nextGaussian());
      runs.add(new Run(sensor, "truck-" + i, speed, reference, reference * ratio));
    }
    return runs;
  }

  static SensorFit fit(List<Run> runs) {
    try {
      return new Fitting(FitSettings.USUAL).fit(runs).get(0);
    } catch (TooFewRuns tooFew) {
      throw new AssertionError(tooFew);
    }
  }
}
