// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A reader that is told all times and gains finds the true weights in the samples: what is between
 * truth and samples is what the physics says and nothing else.
 */
class PerfectReaderTest {
  private static final int SECONDS = 240;
  private static final double GUARD_S = 0.002;

  @ParameterizedTest
  @CsvSource({"four-lines-class-i, 0.03", "four-lines-road-b-drift, 0.08"})
  void theMeanOverFourLinesIsTheWeightButForTheRoad(String name, double spread) {
    MotionScene scene = Scenarios.named(name).scene(3);
    double[][] samples = scene.next((int) (SECONDS * scene.rateHz()));
    List<String> names = scene.channels().stream().map(MotionChannel::name).toList();
    List<Double> errors = new ArrayList<>();
    for (TrueVehicle vehicle : scene.truth()) {
      if (vehicle.leaveS() < SECONDS && vehicle.grossN() > 35_000) {
        double gross = 0;
        for (int line = 0; line < 4; line++) {
          for (int half = 0; half < 2; half++) {
            String channel = "line." + (line + 1) + (half == 0 ? ".left" : ".right");
            double area = area(samples[names.indexOf(channel)], scene.rateHz(), vehicle, line);
            gross += scene.newtonsPerUnitMetre(channel) * area * vehicle.speedMps() / 4;
          }
        }
        errors.add(gross / vehicle.grossN() - 1);
      }
    }
    assertThat(errors).hasSizeGreaterThan(15);
    double mean = errors.stream().mapToDouble(e -> e).average().orElseThrow();
    double rms = Math.sqrt(errors.stream().mapToDouble(e -> e * e).average().orElseThrow());
    assertThat(mean).isCloseTo(0, within(spread));
    assertThat(rms).isBetween(0.001, spread);
  }

  /** Area above the level just before each axle, over the time that its contact is on the strip. */
  private static double area(double[] samples, double rateHz, TrueVehicle vehicle, int line) {
    double area = 0;
    for (TrueAxle axle : vehicle.axles()) {
      double half = GUARD_S + (0.15 + Sites.QUARTZ_M / 2) / vehicle.speedMps();
      int from = (int) ((axle.lineTimesS().get(line) - half) * rateHz);
      int to = (int) ((axle.lineTimesS().get(line) + half) * rateHz) + 1;
      double level = Arrays.stream(samples, from - 10, from).average().orElseThrow();
      for (int i = from; i < to; i++) {
        area += (samples[i] - level) / rateHz;
      }
    }
    return area;
  }

  @ParameterizedTest
  @CsvSource({"1", "2"})
  void onAStaticPlatformTheCellsTogetherShowTheWeight(long seed) {
    MotionScene scene = Scenarios.named("static-platform").scene(seed);
    double[][] samples = scene.next((int) (SECONDS * scene.rateHz()));
    List<String> names = scene.channels().stream().map(MotionChannel::name).toList();
    int weighed = 0;
    for (TrueVehicle vehicle : scene.truth()) {
      if (vehicle.leaveS() < SECONDS) {
        // the first axle leaves the platform; two seconds before it stood still
        double last = vehicle.axles().get(vehicle.axles().size() - 1).lineTimesS().get(0);
        double leaves = vehicle.axles().get(0).lineTimesS().get(1);
        int empty = (int) ((vehicle.enterS() - 0.5) * scene.rateHz());
        double most = standing(scene, samples, names, last, leaves, empty);
        assertThat(most).isCloseTo(vehicle.grossN(), within(2e-3 * vehicle.grossN()));
        weighed++;
      }
    }
    assertThat(weighed).isGreaterThan(1);
  }

  /** The sum of the cells above zero where it changes least within a second. */
  private static double standing(
      MotionScene scene, double[][] samples, List<String> names, double from, double to, int zero) {
    int second = (int) scene.rateHz();
    double calmest = Double.POSITIVE_INFINITY;
    double calm = 0;
    for (int at = (int) (from * second); at + second < to * second; at += second / 5) {
      double first = sum(scene, samples, names, at, second / 2);
      double other = sum(scene, samples, names, at + second / 2, second / 2);
      if (Math.abs(first - other) < calmest) {
        calmest = Math.abs(first - other);
        calm = (first + other) / 2;
      }
    }
    return calm - sum(scene, samples, names, Math.max(0, zero), second / 5);
  }

  private static double sum(
      MotionScene scene, double[][] samples, List<String> names, int from, int count) {
    double newtons = 0;
    for (String name : names) {
      if (name.startsWith("cell")) {
        double mean =
            Arrays.stream(samples[names.indexOf(name)], from, from + count).average().orElse(0);
        newtons += mean / scene.trueGain(name);
      }
    }
    return newtons;
  }
}
