// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.PavementBend;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Vehicle;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a smooth road the area under a strip's signal is the load, whatever else varies. */
class StripAreaTest {
  private static final Electronics PLAIN = Electronics.ideal(2e-4);

  @ParameterizedTest
  @CsvSource({
    "0.05, 0.15, PARABOLIC, 5, 0",
    "0.05, 0.30, PARABOLIC, 20, 0",
    "0.05, 0.22, FLATTENED, 60, 0",
    "0.05, 0.30, FLATTENED, 120, 0",
    "0.60, 0.25, PARABOLIC, 80, 0",
    "0.05, 0.20, PARABOLIC, 40, 45",
    "0.05, 0.30, FLATTENED, 100, -30",
  })
  void areaTimesSpeedIsTheLoad(
      double widthM, double contactM, Pressure pressure, double speedKmh, double angleDeg) {
    StripLine line = StripLine.halves("q", 10, widthM, PLAIN).angled(angleDeg);
    Vehicle truck = Scenes.truck(contactM, pressure);
    double speed = speedKmh / 3.6;

    double[] loads = loads(line, truck, speed);

    assertThat(loads[0])
        .isCloseTo(
            truck.axles().get(0).leftN() + truck.axles().get(1).leftN(),
            within(1e-3 * truck.staticN()));
    assertThat(loads[1])
        .isCloseTo(
            truck.axles().get(0).rightN() + truck.axles().get(1).rightN(),
            within(1e-3 * truck.staticN()));
  }

  @ParameterizedTest
  @CsvSource({"0.05", "0.15"})
  void bendingPavementDipsTheSignalButAddsNoArea(double share) {
    StripLine line = StripLine.halves("p", 10, 0.03, PLAIN).bending(new PavementBend(share, 0.25));
    Vehicle truck = Scenes.truck(0.25, Pressure.PARABOLIC);

    double[] loads = loads(line, truck, 20);

    assertThat(loads[0] + loads[1]).isCloseTo(truck.staticN(), within(2e-3 * truck.staticN()));
    assertThat(loads[2]).isLessThan(-0.9 * share * 2e-4 * truck.axles().get(0).leftN());
  }

  /** Left load, right load, lowest sample. */
  private static double[] loads(StripLine line, Vehicle truck, double speed) {
    MotionScene scene =
        Scenes.scene(
            Scenes.site(RoadSpec.SMOOTH, line), Arrival.steady(truck, 1 + 20 / speed, 0, speed));
    double[][] samples = scene.next((int) (Scenes.RATE_HZ * (2 + 50 / speed)));
    double area = speed / Scenes.RATE_HZ;
    double lowest = 0;
    for (double[] channel : samples) {
      for (double sample : channel) {
        lowest = Math.min(lowest, sample);
      }
    }
    List<String> names = scene.channels().stream().map(MotionChannel::name).toList();
    return new double[] {
      scene.newtonsPerUnitMetre(names.get(0)) * area * Scenes.sum(samples[0]),
      scene.newtonsPerUnitMetre(names.get(1)) * area * Scenes.sum(samples[1]),
      lowest
    };
  }
}
