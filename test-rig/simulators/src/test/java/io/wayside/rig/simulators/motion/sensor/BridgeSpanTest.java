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
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.List;
import org.junit.jupiter.api.Test;

class BridgeSpanTest {
  private static final double SPAN_M = 12;
  private static final Vehicle TRUCK = Scenes.truck(0.25, Pressure.FLATTENED);

  private static BridgeSpan bridge(double fixity, double firstHz) {
    return new BridgeSpan(
        "span",
        0,
        SPAN_M,
        fixity,
        1,
        firstHz,
        0.03,
        List.of(new BridgeSpan.Gauge("strain", SPAN_M / 2)),
        Electronics.ideal(1));
  }

  private static double[] strain(BridgeSpan bridge, double speedMps) {
    MotionSite site =
        new MotionSite(512, 0, RoadSpec.SMOOTH, Climate.constant(20), 0, List.of(bridge));
    MotionScene scene =
        new MotionScene(site, List.of(Arrival.steady(TRUCK, 5, 0, speedMps)).iterator(), 1);
    return scene.next(512 * 20)[0];
  }

  @Test
  void freeEndsGiveTheTriangleOfTheTextbook() {
    BridgeSpan bridge = bridge(0, 7);
    assertThat(bridge.influence(6, 6)).isCloseTo(SPAN_M / 4, within(1e-12));
    assertThat(bridge.influence(6, 3)).isCloseTo(1.5, within(1e-12));
    assertThat(bridge.influence(3, 9)).isCloseTo(0.75, within(1e-12));
    assertThat(bridge.influence(6, 0)).isZero();
    assertThat(bridge.influence(6, 13)).isZero();
  }

  @Test
  void clampedEndsGiveTheLinesOfTheTextbook() {
    BridgeSpan bridge = bridge(1, 7);
    // moment at mid-span under a load there: P L / 8; under a load at x < L/2: P x2 / (2 L)
    assertThat(bridge.influence(6, 6)).isCloseTo(SPAN_M / 8, within(1e-12));
    assertThat(bridge.influence(6, 3)).isCloseTo(9 / (2 * SPAN_M), within(1e-12));
    assertThat(bridge.influence(6, 9)).isCloseTo(9 / (2 * SPAN_M), within(1e-12));
  }

  @Test
  void aSlowVehicleDrawsItsInfluenceLine() {
    BridgeSpan bridge = bridge(0.3, 7);
    double[] strain = strain(bridge, 2);
    for (int i = 0; i < strain.length; i++) {
      double x = (i / 512.0 - 5) * 2;
      double expected =
          TRUCK.axles().get(0).staticN() * bridge.influence(6, x)
              + TRUCK.axles().get(1).staticN() * bridge.influence(6, x - 4.8);
      assertThat(strain[i]).isCloseTo(expected, within(0.01 * 3 * TRUCK.staticN()));
    }
  }

  @Test
  void areaOfTheStrainIsWeightTimesAreaOfTheLineAlsoWhenTheBridgeSwings() {
    BridgeSpan bridge = bridge(0, 5);
    double line = 0;
    for (double x = 0.005; x < SPAN_M; x += 0.01) {
      line += 0.01 * bridge.influence(6, x);
    }
    double area = 20 / 512.0 * Scenes.sum(strain(bridge, 20));
    assertThat(area).isCloseTo(line * TRUCK.staticN(), within(0.003 * line * TRUCK.staticN()));
  }

  @Test
  void aFastVehicleMakesTheBridgeSwingOn() {
    double[] fast = strain(bridge(0, 5), 25);
    // the truck has left at 5 s + 16.8 m / 25 m/s
    double after = 0;
    for (int i = (int) (5.8 * 512); i < 7 * 512; i++) {
      after = Math.max(after, Math.abs(fast[i]));
    }
    assertThat(after).isGreaterThan(0.005 * 3 * TRUCK.staticN());
  }

  @Test
  void aGaugeBesideTheBridgeIsRefused() {
    assertThatThrownBy(
            () ->
                new BridgeSpan(
                    "span",
                    0,
                    10,
                    0,
                    1,
                    7,
                    0.03,
                    List.of(new BridgeSpan.Gauge("strain", 11)),
                    Electronics.ideal(1)))
        .hasMessageContaining("strain at 11.0 m");
  }
}
