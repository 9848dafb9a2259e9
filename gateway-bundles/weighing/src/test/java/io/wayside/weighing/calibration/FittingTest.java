// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Factors from runs whose truth is known. */
class FittingTest {

  @Test
  void theFactorIsTheNumberOfRunsOverTheSumOfTheRatios() {
    List<Run> runs = Runs.of("ch1", v -> 0.97, 0.01, 1);
    double sum = runs.stream().mapToDouble(run -> run.measuredN() / run.referenceN()).sum();
    SensorFit fit = Runs.fit(runs);
    assertThat(fit.outliers()).isEmpty();
    assertThat(fit.factor()).isCloseTo(runs.size() / sum, within(1e-12));
    assertThat(fit.slope()).isCloseTo(1 / 0.97, within(0.01));
    assertThat(fit.residualPercent()).isBetween(0.5, 1.5);
  }

  @Test
  void theTruthIsWithinTheUncertaintyNineteenTimesOfTwenty() {
    int within = 0;
    FitSettings exactLoads = new FitSettings(20 / 3.6, 99, 0, 0.05, 0.5);
    for (long seed = 0; seed < 400; seed++) {
      try {
        SensorFit fit = new Fitting(exactLoads).fit(Runs.of("ch1", v -> 1.04, 0.02, seed)).get(0);
        within += Math.abs(100 * (fit.factor() * 1.04 - 1)) <= fit.factorPercent() ? 1 : 0;
      } catch (TooFewRuns tooFew) {
        throw new AssertionError(tooFew);
      }
    }
    assertThat(within).isBetween(365, 395);
  }

  @Test
  void theKnownLoadsAreNotKnownExactly() {
    assertThat(Runs.fit(Runs.of("ch1", v -> 1, 1e-6, 1)).factorPercent())
        .isCloseTo(0.5, within(0.001));
  }

  @Test
  void aRunOffTheScaleIsLeftOutAndListed() {
    List<Run> runs = new ArrayList<>(Runs.of("ch1", v -> 0.97, 0.01, 2));
    runs.add(new Run("ch1", "half a wheel", 60 / 3.6, 60e3, 30e3));
    SensorFit fit = Runs.fit(runs);
    assertThat(fit.outliers())
        .singleElement()
        .satisfies(
            outlier -> {
              assertThat(outlier.run().truck()).isEqualTo("half a wheel");
              assertThat(outlier.score()).isGreaterThan(3.5);
              assertThat(outlier.deviationPercent()).isCloseTo(-48, within(2.0));
            });
    assertThat(fit.used()).isEqualTo(30);
    assertThat(fit.factor()).isCloseTo(1 / 0.97, within(0.01));
    assertThat(Protocol.of("x", List.of(fit), List.of()))
        .anyMatch(line -> line.contains("left out: half a wheel"));
  }

  @Test
  void noRunIsLostWithoutBeingListedAndFewGoodOnesAreLeftOut() {
    int leftOut = 0;
    for (long seed = 0; seed < 200; seed++) {
      List<Run> runs = Runs.of("ch1", v -> 1, 0.05, seed);
      SensorFit fit = Runs.fit(runs);
      assertThat(fit.used() + fit.outliers().size()).isEqualTo(runs.size());
      assertThat(fit.bins().stream().mapToInt(SpeedBin::runs).sum()).isEqualTo(fit.used());
      leftOut += fit.outliers().size();
    }
    assertThat(leftOut).isLessThan(200 * 30 / 100); // one in a hundred
  }

  @Test
  void speedThatMattersGivesFactorsByBinAndIsNoOutlier() {
    SensorFit fit = Runs.fit(Runs.of("ch1", v -> 1 - 0.001 * (v * 3.6 - 60), 0.004, 3));
    assertThat(fit.speedMatters()).isTrue();
    // Against the median of all, the slow and the fast third would be far out.
    assertThat(fit.outliers()).hasSizeLessThan(2);
    assertThat(fit.bins()).hasSize(3);
    for (double kmh : new double[] {40, 50, 60, 70, 80}) {
      double corrected = (1 - 0.001 * (kmh - 60)) * fit.factor() * fit.speedFactor(kmh / 3.6);
      assertThat(corrected).as("%s km/h", kmh).isCloseTo(1, within(0.005));
    }
    assertThat(fit.speedFactor(1)).isEqualTo(fit.bins().get(0).factor());
    assertThat(fit.speedFactor(50)).isEqualTo(fit.bins().get(2).factor());
  }

  @Test
  void speedThatDoesNotMatterSeldomSeemsTo() {
    int seemed = 0;
    for (long seed = 0; seed < 400; seed++) {
      seemed += Runs.fit(Runs.of("ch1", v -> 1, 0.03, seed)).speedMatters() ? 1 : 0;
    }
    assertThat(seemed).isLessThan(40);
    assertThat(Runs.fit(Runs.of("ch1", v -> 1, 0.03, 3)).speedFactor(20)).isEqualTo(1);
  }

  @Test
  void anOffsetIsToldFromAFactor() {
    List<Run> runs = new ArrayList<>();
    for (Run run : Runs.of("ch1", v -> 1, 0.002, 4)) {
      runs.add(
          new Run(
              run.sensor(), run.truck(), run.speedMps(), run.referenceN(), run.measuredN() - 5000));
    }
    SensorFit fit = Runs.fit(runs);
    assertThat(fit.offsetMatters()).isTrue();
    assertThat(fit.offsetN()).isCloseTo(5000, within(500.0));
    assertThat(Runs.fit(Runs.of("ch1", v -> 1, 0.002, 4)).offsetMatters()).isFalse();
  }

  @Test
  void eachSensorHasItsOwnFit() throws TooFewRuns {
    List<Run> runs = new ArrayList<>(Runs.of("left", v -> 0.9, 0.01, 5));
    runs.addAll(Runs.of("right", v -> 1.1, 0.01, 6));
    List<SensorFit> fits = new Fitting(FitSettings.USUAL).fit(runs);
    assertThat(fits).extracting(SensorFit::sensor).containsExactly("left", "right");
    assertThat(fits.get(1).factor()).isCloseTo(1 / 1.1, within(0.01));
  }

  @Test
  void twoRunsAreTooFew() {
    assertThatThrownBy(
            () -> new Fitting(FitSettings.USUAL).fit(Runs.of("ch1", v -> 1, 0.01, 1).subList(0, 2)))
        .isInstanceOf(TooFewRuns.class)
        .hasMessageContaining("sensor ch1 has 2 usable runs");
  }
}
