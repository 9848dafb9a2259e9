// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SignalChainTest {
  private static final double RATE_HZ = 1000;

  private static double[] through(Electronics electronics, Climate climate, double... force) {
    StripLine line = StripLine.whole("q", 0, 0.05, electronics);
    SignalChain chain =
        new SignalChain(line.probes().get(0), climate, RATE_HZ, new SplittableRandom(1));
    double[] out = new double[force.length];
    chain.sample(0, new double[][] {force}, out);
    return out;
  }

  private static double[] constant(double value, int count) {
    double[] values = new double[count];
    Arrays.fill(values, value);
    return values;
  }

  private static final Climate MILD = Climate.constant(20);

  @Test
  void anIdealChainMultiplies() {
    assertThat(through(Electronics.ideal(2), MILD, 1, 2, -3)).containsExactly(2, 4, -6);
  }

  @Test
  void aChargeAmplifierForgetsAStandingLoadWithItsTimeConstant() {
    double[] out = through(Electronics.ideal(1).highPassed(2), MILD, constant(10, 4001));
    assertThat(out[0]).isCloseTo(10, within(0.01));
    assertThat(out[2000]).isCloseTo(10 * Math.exp(-1), within(0.02));
    assertThat(out[4000]).isCloseTo(10 * Math.exp(-2), within(0.02));
  }

  @Test
  void whatAChargeAmplifierTookAwayIsTheSignalsIntegralOverTheTimeConstant() {
    double[] force = new double[3000];
    for (int i = 500; i < 520; i++) {
      force[i] = 100 * Math.sin(Math.PI * (i - 500) / 20);
    }
    double[] out = through(Electronics.ideal(1).highPassed(1.5), MILD, force);
    double integral = 0;
    for (int i = 1; i < force.length; i++) {
      integral += (out[i] + out[i - 1]) / 2 / RATE_HZ;
      assertThat(out[i] + integral / 1.5).isCloseTo(force[i], within(0.02));
    }
  }

  @Test
  void gainAndOffsetFollowTheTemperature() {
    Electronics warm = Electronics.ideal(1).offsetBy(3).warmed(0.01, 0.5);
    assertThat(through(warm, Climate.constant(30), 0)[0]).isCloseTo(8, within(1e-12));
    assertThat(through(warm, Climate.constant(30), 100)[0])
        .isCloseTo(8 + 100 * Math.exp(0.1), within(1e-9));
  }

  @Test
  void noiseHasItsStandardDeviationAndHumItsAmplitude() {
    double[] noise = through(Electronics.ideal(1).disturbed(0.5, 0), MILD, new double[50_000]);
    assertThat(rms(noise)).isCloseTo(0.5, within(0.01));
    double[] hum = through(Electronics.ideal(1).disturbed(0, 2), MILD, new double[50_000]);
    assertThat(rms(hum)).isCloseTo(2 / Math.sqrt(2), within(0.01));
    // 50 Hz at 1 kHz comes back after 20 samples and turns over after 10
    assertThat(hum[120]).isCloseTo(hum[100], within(0.01));
    assertThat(hum[110]).isCloseTo(-hum[100], within(0.01));
  }

  private static double rms(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
  }

  @Test
  void aConverterClipsAndCounts() {
    double[] out =
        through(Electronics.ideal(1).converted(10, 4), MILD, 0.6, 0.7, 25, -25, 3.1, 5.0);
    // 20 units in 16 steps of 1.25
    assertThat(out).containsExactly(0, 1.25, 10, -10, 2.5, 5.0);
  }

  @Test
  void aConverterWithoutARangeIsRefused() {
    assertThatThrownBy(() -> Electronics.ideal(1).converted(Double.POSITIVE_INFINITY, 16))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("16 bits");
  }

  @Test
  void trueGainsScatterAroundTheNominalOne() {
    SplittableRandom random = new SplittableRandom(8);
    double sum = 0;
    double square = 0;
    int count = 2000;
    for (int i = 0; i < count; i++) {
      StripLine line = StripLine.whole("q", 0, 0.05, Electronics.ideal(2).scattered(0.05));
      double relative =
          new SignalChain(line.probes().get(0), MILD, RATE_HZ, random.split()).trueGain() / 2 - 1;
      sum += relative;
      square += relative * relative;
    }
    assertThat(sum / count).isCloseTo(0, within(0.005));
    assertThat(Math.sqrt(square / count)).isCloseTo(0.05, within(0.004));
  }

  @Test
  void climateGoesUpAndDownBetweenItsLimits() {
    Climate climate = new Climate(25, 5, 20);
    assertThat(climate.celsius(0)).isEqualTo(25);
    assertThat(climate.celsius(3600)).isCloseTo(30, within(1e-9));
    assertThat(climate.celsius(4 * 3600)).isCloseTo(45, within(1e-9));
    assertThat(climate.celsius(5 * 3600)).isCloseTo(40, within(1e-9));
    assertThat(climate.celsius(8 * 3600 + 360)).isCloseTo(25.5, within(1e-9));
    assertThat(new Climate(25, -2, 0).celsius(3600)).isCloseTo(23, within(1e-9));
  }

  @Test
  void aThermometerShowsTheTemperature() {
    Probe probe = new Thermometer("t", 0).probes().get(0);
    SignalChain chain =
        new SignalChain(probe, Climate.constant(37.5), RATE_HZ, new SplittableRandom(1));
    double[] out = new double[3];
    chain.sample(0, new double[1][3], out);
    assertThat(out).containsOnly(37.5);
  }
}
