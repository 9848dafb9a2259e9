// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.Scenes;
import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {
  private static final double RATE_HZ = 1000;
  private static final Vehicle TRUCK = Scenes.truck(0.25, Pressure.FLATTENED);

  private static Platform platform(double lengthM, int rows, int sides, double creep) {
    return new Platform(
        "cell", 0, lengthM, 3.2, rows, sides, 30, 0.05, creep, 10, Electronics.ideal(1));
  }

  private static MotionScene scene(Platform platform, Arrival arrival) {
    MotionSite site =
        new MotionSite(RATE_HZ, 0, RoadSpec.SMOOTH, Climate.constant(20), 0, List.of(platform));
    return new MotionScene(site, List.of(arrival).iterator(), 1);
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1", "3, 1, 2", "3, 2, 2", "1, 2, 2", "18, 4, 2", "18, 3, 1"})
  void cellsTogetherShowWhatStandsOnThePlatform(double lengthM, int rows, int sides) {
    MotionScene scene = scene(platform(lengthM, rows, sides, 0), Arrival.steady(TRUCK, 4, 0, 1.5));
    double[][] cells = scene.next(30_000);
    double first = TRUCK.axles().get(0).staticN();
    double second = TRUCK.axles().get(1).staticN();
    for (int i = 0; i < 30_000; i++) {
      double x = (i / RATE_HZ - 4) * 1.5;
      double expected = on(x, lengthM) * first + on(x - 4.8, lengthM) * second;
      double shown = 0;
      for (double[] cell : cells) {
        shown += cell[i];
      }
      if (steady(x, lengthM) && steady(x - 4.8, lengthM)) {
        assertThat(shown).isCloseTo(expected, within(0.01 * TRUCK.staticN()));
      }
    }
  }

  private static double on(double x, double lengthM) {
    return x > 0 && x < lengthM ? 1 : 0;
  }

  /** Not on an edge, and the platform's own swing over: 0.3 s at 30 Hz and 5 %. */
  private static boolean steady(double x, double lengthM) {
    boolean before = x < -0.2;
    boolean after = x > lengthM + 0.6;
    return before || after || (x > 0.6 && x < lengthM - 0.2);
  }

  @Test
  void cornersShareByTheLever() {
    Platform platform = platform(4, 2, 2, 0);
    Drive drive = Drive.steady(0, -10, 2).thenUntil(0).thenTo(0, 2.0 / 3);
    // stands with the first axle at 3 m, the second before the platform; 0.4 m left of the middle
    MotionScene scene = scene(platform, new Arrival(TRUCK, leaving(drive), 0.4, "stands", false));
    double[][] cells = scene.next(13_000);
    int i = 12_000;
    double load = TRUCK.axles().get(0).staticN();
    double left = 0.5 + 0.4 / 3.2;
    assertThat(cells[0][i]).isCloseTo(load * 0.25 * left, within(0.01 * load));
    assertThat(cells[1][i]).isCloseTo(load * 0.25 * (1 - left), within(0.01 * load));
    assertThat(cells[2][i]).isCloseTo(load * 0.75 * left, within(0.01 * load));
    assertThat(cells[3][i]).isCloseTo(load * 0.75 * (1 - left), within(0.01 * load));
  }

  @Test
  void aStandingLoadCreeps() {
    Platform platform = platform(8, 1, 1, 0.01);
    Drive drive = Drive.steady(0, -10, 2).thenUntil(5).thenTo(0, 1).thenFor(40, 0).thenTo(2, 1);
    MotionScene scene = scene(platform, new Arrival(TRUCK, drive, 0, "stands", false));
    double[] shown = scene.next(60_000)[0];
    double load = TRUCK.staticN();
    assertThat(shown[45_000] / load - 1).isCloseTo(0.01, within(0.001));
    assertThat(shown[12_000] / load - 1).isBetween(0.0, 0.005);
    // and comes back to zero as slowly
    assertThat(shown[58_000] / load).isBetween(0.0005, 0.009);
  }

  @Test
  void thePlatformSwingsWithItsOwnFrequency() {
    Oscillator oscillator = new Oscillator(30, 0.05, RATE_HZ);
    int crossings = 0;
    double before = -1;
    for (int i = 0; i < 1000; i++) {
      double deviation = oscillator.next(1) - 1;
      if (before < 0 && deviation >= 0 && i < 500) {
        crossings++;
      }
      before = deviation;
    }
    assertThat(crossings).isEqualTo(15);
    assertThat(before).isCloseTo(0, within(1e-3));
  }

  @Test
  void sizesThatNoPlatformHasAreRefused() {
    assertThatThrownBy(() -> platform(3, 2, 3, 0)).hasMessageContaining("3 sides");
    assertThatThrownBy(() -> new Oscillator(600, 0.05, RATE_HZ))
        .hasMessageContaining("sample faster");
  }

  private static Drive leaving(Drive stopped) {
    return stopped.thenFor(10, 0).thenTo(2, 1);
  }
}
