// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Least squares of constant and sine against signals whose truth is known. */
class BounceModelTest {

  private static BounceModel model(double lastsS, double hz, double[] values, double dt) {
    double[][] design = new double[values.length][3];
    for (int i = 0; i < values.length; i++) {
      double phase = 2 * Math.PI * hz * i * dt;
      design[i] = new double[] {1, Math.cos(phase), Math.sin(phase)};
    }
    assertThat(values.length * dt).isCloseTo(lastsS, within(dt));
    return new BounceModel(design, values, 1, new double[] {2000, 2000}, 10);
  }

  private static double[] values(double lastsS, double hz, double amplitude, double phase) {
    Random random = new Random(5);
    double dt = 0.04;
    double[] values = new double[(int) Math.round(lastsS / dt)];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          80_000
              + amplitude * Math.sin(2 * Math.PI * hz * i * dt + phase)
              + 30 * random.nextGaussian();
    }
    return values;
  }

  @Test
  void findsTheLoadUnderABounceThatIsSeenForOnePeriod() {
    for (int k = 0; k < 12; k++) {
      double[] values = values(0.64, 1.6, 3000, k * Math.PI / 6);
      BounceModel model = model(0.64, 1.6, values, 0.04);
      assertThat(model.load(0)).isCloseTo(80_000, within(150.0));
      assertThat(Math.sqrt(model.covariance(0, 0))).isLessThan(100);
    }
  }

  @Test
  void isNotSureOfTheLoadWhenOnlyAFractionOfAPeriodIsSeen() {
    double worst = 0;
    double claimed = 0;
    for (int k = 0; k < 12; k++) {
      BounceModel model = model(0.12, 1.6, values(0.12, 1.6, 2000, k * Math.PI / 6), 0.04);
      worst = Math.max(worst, Math.abs(model.load(0) - 80_000));
      claimed = Math.max(claimed, 2 * Math.sqrt(model.covariance(0, 0)));
    }
    assertThat(worst).isGreaterThan(1000); // it cannot know
    assertThat(claimed).isGreaterThan(worst); // and says so
  }

  @Test
  void theRightFrequencyHasTheMostEvidence() {
    double[] values = values(1.6, 1.9, 2500, 0.7);
    double right = model(1.6, 1.9, values, 0.04).evidence();
    assertThat(right).isGreaterThan(model(1.6, 1.2, values, 0.04).evidence() + 5);
    assertThat(right).isGreaterThan(model(1.6, 3.0, values, 0.04).evidence() + 5);
  }

  @Test
  void weightsGiveTheSameLoadAndAddUpToOne() {
    double[] values = values(1.0, 2.2, 1500, 1);
    BounceModel model = model(1.0, 2.2, values, 0.04);
    double sum = 0;
    double load = 0;
    for (int r = 0; r < values.length; r++) {
      sum += model.weight(0, r);
      load += model.weight(0, r) * values[r];
    }
    assertThat(sum).isCloseTo(1, within(1e-6));
    assertThat(load).isCloseTo(model.load(0), within(1e-3));
  }
}
