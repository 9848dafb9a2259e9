// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class PulseDetectorTest {

  private static final double HERTZ = 10_000;
  private static final Half HALF =
      new Half(
          "c",
          Side.LEFT,
          200_000,
          0,
          1.75,
          Double.POSITIVE_INFINITY,
          Factors.ONE,
          Factors.ONE,
          Half.Lobe.WHOLE,
          Double.POSITIVE_INFINITY);

  private final List<Pulse> found = new ArrayList<>();

  private static PulseDetector detector(Half.Lobe lobe, double timeConstantS) {
    return new PulseDetector(
        new PulseReader.Channel(0, timeConstantS * HERTZ, lobe, Double.POSITIVE_INFINITY),
        Pace.of(HERTZ, HALF, 0.06, StripRules.DEFAULT),
        new PulseReader(50 / HERTZ));
  }

  private static double[] quiet(double seconds, double noise, long seed) {
    Random random = new Random(seed);
    double[] signal = new double[(int) (seconds * HERTZ)];
    for (int i = 0; i < signal.length; i++) {
      signal[i] = noise * random.nextGaussian();
    }
    return signal;
  }

  /** A half sine of given height; returns its area in unit·samples. */
  private static double pulse(double[] signal, double atSample, double width, double height) {
    for (int i = (int) Math.ceil(atSample - width / 2); i <= atSample + width / 2; i++) {
      signal[i] += height * Math.cos(Math.PI * (i - atSample) / width);
    }
    return height * width * 2 / Math.PI;
  }

  private void run(PulseDetector detector, double[] signal) {
    detector.take(signal, 0, signal.length, found::add);
    detector.finish(found::add);
  }

  @Test
  void measuresAreaAndCentreBelowASample() {
    for (double shift = 0; shift < 1; shift += 0.1) {
      found.clear();
      double[] signal = quiet(1, 0.001, 3);
      double area = pulse(signal, 6000 + shift, 120, 1);
      run(detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY), signal);
      assertThat(found).hasSize(1);
      assertThat(found.get(0).area()).isCloseTo(area, Percentage.withPercentage(0.1));
      assertThat(found.get(0).centre()).isCloseTo(6000 + shift, within(0.05));
      assertThat(found.get(0).halfWidth()).isCloseTo(80, within(1.0));
    }
  }

  @Test
  void itsStatedNoiseIsTheNoiseOfItsArea() {
    double squares = 0;
    double stated = 0;
    int rounds = 300;
    for (int round = 0; round < rounds; round++) {
      found.clear();
      double[] signal = quiet(0.8, 0.02, 100 + round);
      double area = pulse(signal, 5000, 120, 2);
      run(detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY), signal);
      squares += Math.pow(found.get(0).area() - area, 2);
      stated += found.get(0).areaNoise();
    }
    assertThat(stated / rounds / Math.sqrt(squares / rounds)).isBetween(0.8, 1.3);
  }

  @Test
  void aTridemKeepsItsBaselineThroughTheHighPass() {
    double tau = 0.3;
    double[] signal = quiet(1, 0, 0);
    double[] areas = new double[3];
    for (int k = 0; k < 3; k++) {
      areas[k] = pulse(signal, 5000 + 450 * k, 160, 2 + k);
    }
    double held = 0;
    double last = 0;
    for (int i = 0; i < signal.length; i++) {
      held = Math.exp(-1 / (tau * HERTZ)) * (held + signal[i] - last);
      last = signal[i];
      signal[i] = held;
    }
    run(detector(Half.Lobe.WHOLE, tau), signal);
    assertThat(found).hasSize(3);
    for (int k = 0; k < 3; k++) {
      assertThat(found.get(k).area()).isCloseTo(areas[k], Percentage.withPercentage(0.3));
    }
  }

  @Test
  void pulsesWithoutQuietBetweenShareTheirBaseline() {
    double[] signal = quiet(1, 0.002, 4);
    double first = pulse(signal, 5000, 200, 2);
    double second = pulse(signal, 5240, 200, 3);
    run(detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY), signal);
    double sum = found.stream().mapToDouble(Pulse::area).sum();
    assertThat(sum).isCloseTo(first + second, Percentage.withPercentage(0.5));
  }

  @Test
  void onlyThePositiveLobeCountsWhereThePavementBends() {
    double[] signal = quiet(1, 0.001, 6);
    pulse(signal, 5000 - 150, 200, -0.3);
    double area = pulse(signal, 5000 + 50, 120, 2);
    run(detector(Half.Lobe.POSITIVE, Double.POSITIVE_INFINITY), signal);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).area()).isCloseTo(area, Percentage.withPercentage(3));
  }

  @Test
  void noiseAloneIsNoPulse() {
    for (double noise : new double[] {0, 1e-4, 0.01, 0.5}) {
      run(detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY), quiet(20, noise, 8));
      assertThat(found).as("noise " + noise).isEmpty();
    }
  }

  @Test
  void noiseThatGrowsTenfoldIsLearnt() {
    PulseDetector detector = detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY);
    run(detector, quiet(3, 0.01, 9));
    double[] storm = quiet(30, 0.1, 10);
    detector.take(storm, 0, storm.length, found::add);
    assertThat(detector.noise()).isBetween(0.08, 0.13);
    found.clear();
    double[] more = quiet(20, 0.1, 11);
    detector.take(more, 0, more.length, found::add);
    assertThat(found).isEmpty();
  }

  @Test
  void aStepOfTheBaselineIsOneStuckPulseAndThenNothing() {
    PulseDetector detector = detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY);
    double[] signal = quiet(40, 0.002, 12);
    for (int i = 20_000; i < signal.length; i++) {
      signal[i] += 1;
    }
    double area = pulse(signal, 380_000, 120, 1);
    run(detector, signal);
    assertThat(found).hasSize(2);
    assertThat(found.get(0).stuck()).isTrue();
    assertThat(found.get(1).area()).isCloseTo(area, Percentage.withPercentage(1));
  }

  @Test
  void samplesThatAreNoNumbersAreCountedAndPassedOver() {
    PulseDetector detector = detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY);
    double[] signal = quiet(1, 0.002, 13);
    signal[3000] = Double.NaN;
    signal[3001] = Double.POSITIVE_INFINITY;
    double area = pulse(signal, 6000, 120, 1);
    run(detector, signal);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).area()).isCloseTo(area, Percentage.withPercentage(1));
    assertThat(detector.lost()).isEqualTo(2);
  }

  @Test
  void aFullConverterIsNoticedWithoutBeingToldItsRange() {
    double[] signal = quiet(1, 0.01, 14);
    pulse(signal, 6000, 150, 3);
    for (int i = 0; i < signal.length; i++) {
      signal[i] = Math.min(2, signal[i]);
    }
    run(detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY), signal);
    assertThat(found.get(0).clipped()).isTrue();
    found.clear();
    double[] whole = quiet(1, 0.01, 14);
    pulse(whole, 6000, 150, 3);
    run(detector(Half.Lobe.WHOLE, Double.POSITIVE_INFINITY), whole);
    assertThat(found.get(0).clipped()).isFalse();
  }

  @Test
  void anySignalAtAllIsBorne() {
    Random random = new Random(99);
    for (int round = 0; round < 60; round++) {
      PulseDetector detector =
          detector(round % 2 == 0 ? Half.Lobe.WHOLE : Half.Lobe.POSITIVE, 0.05 + round);
      double[] signal = new double[40_000];
      double level = 0;
      for (int i = 0; i < signal.length; i++) {
        if (random.nextInt(400) == 0) {
          level = random.nextGaussian() * Math.pow(10, random.nextInt(6) - 2);
        }
        signal[i] = level + random.nextGaussian() * Math.abs(level) * 0.3;
      }
      detector.take(signal, 0, signal.length, found::add);
      detector.skip(random.nextInt(100_000), found::add);
      detector.take(signal, 0, signal.length, found::add);
      detector.finish(found::add);
    }
    assertThat(found)
        .allSatisfy(pulse -> assertThat(pulse.end()).isGreaterThanOrEqualTo(pulse.start()));
  }
}
