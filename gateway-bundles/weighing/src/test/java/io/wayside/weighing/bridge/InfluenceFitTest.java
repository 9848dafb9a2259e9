// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InfluenceFitTest {

  private static InfluenceFit.Run run(long seed, double speed, double noise, double scale) {
    Random random = new Random(seed);
    double[] loads = {60_000, 95_000, 90_000};
    double[] behind = {0, 3.6, 4.95};
    double[] origins = new double[3];
    double[] speeds = new double[3];
    for (int a = 0; a < 3; a++) {
      origins[a] = 1 + behind[a] / speed;
      speeds[a] = speed;
    }
    int n = (int) ((2.5 + 20 / speed) * 100);
    double[] seconds = new double[n];
    double[] strain = new double[n];
    for (int i = 0; i < n; i++) {
      seconds[i] = i / 100.0;
      for (int a = 0; a < 3; a++) {
        strain[i] += scale * loads[a] * Crossings.influence(6, speed * (seconds[i] - origins[a]));
      }
      strain[i] += 40 - 0.3 * seconds[i] + noise * random.nextGaussian();
    }
    return new InfluenceFit.Run(seconds, strain, origins, speeds, loads);
  }

  private static double worst(InfluenceLine line) {
    double worst = 0;
    for (double x = 0; x <= 12; x += 0.1) {
      worst = Math.max(worst, Math.abs(line.at(x) - Crossings.influence(6, x)));
    }
    return worst / Crossings.influence(6, 6);
  }

  @Test
  void findsTheLineFromRunsOfAKnownTruck() {
    List<InfluenceFit.Run> runs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      runs.add(run(i, 10 + 2 * i, 1, 1));
    }
    InfluenceFit.Found found = new InfluenceFit(0, 12, 0.25).fit(runs);
    assertThat(worst(found.line())).isLessThan(0.03);
    assertThat(found.residual()).isCloseTo(1, within(0.1));
    assertThat(found.runScales()).allSatisfy(scale -> assertThat(scale).isCloseTo(1, within(0.02)));
    assertThat(found.line().fromM()).isZero();
    assertThat(found.line().toM()).isEqualTo(12);
  }

  @Test
  void noiseMakesItSmootherNotRagged() {
    List<InfluenceFit.Run> quiet = List.of(run(1, 15, 0.01, 1));
    List<InfluenceFit.Run> loud = List.of(run(1, 15, 8, 1));
    InfluenceFit fit = new InfluenceFit(0, 12, 0.25);
    assertThat(fit.fit(loud).smoothness()).isGreaterThan(fit.fit(quiet).smoothness());
    assertThat(worst(fit.fit(quiet).line())).isLessThan(0.03);
    assertThat(worst(fit.fit(loud).line())).isLessThan(0.20);
  }

  @Test
  void aRunThatDoesNotAgreeShowsInItsScale() {
    List<InfluenceFit.Run> runs = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      runs.add(run(i, 12 + 2 * i, 0.5, i == 3 ? 1.2 : 1));
    }
    List<Double> scales = new InfluenceFit(0, 12, 0.25).fit(runs).runScales();
    assertThat(scales.get(3)).isGreaterThan(1.1);
    assertThat(scales.get(0)).isLessThan(1.0);
  }

  @Test
  void aLineIsStraightBetweenItsPointsAndNothingOutside() {
    InfluenceLine line = new InfluenceLine(new double[] {0, 2, 6}, new double[] {0, 4, 0});
    assertThat(line.at(1)).isEqualTo(2);
    assertThat(line.at(2)).isEqualTo(4);
    assertThat(line.at(5)).isEqualTo(1);
    assertThat(line.at(-0.1)).isZero();
    assertThat(line.at(6.1)).isZero();
    assertThat(line.at(Double.NaN)).isZero();
  }

  @Test
  void refusesWhatIsNoLine() {
    assertThatThrownBy(() -> new InfluenceLine(new double[] {0, 0}, new double[] {1, 2}))
        .hasMessageContaining("must rise");
    assertThatThrownBy(() -> new InfluenceLine(new double[] {0}, new double[] {1}))
        .hasMessageContaining("at least two points");
    assertThatThrownBy(() -> new InfluenceFit(0, 12, 6)).hasMessageContaining("step below");
  }
}
