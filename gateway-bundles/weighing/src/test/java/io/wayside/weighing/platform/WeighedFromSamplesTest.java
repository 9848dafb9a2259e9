// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.WeightReading;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.statics.Finding;
import io.wayside.weighing.statics.StaticWeighing;
import io.wayside.weighing.statics.Vehicle;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Static weighing as it stands, fed by the software indicator and not by a box. */
class WeighedFromSamplesTest {

  @Test
  void aVehicleThatStopsWithEachAxleIsWeighedAsFromAnIndicator() throws GarbledData {
    Crossing crossing = new Crossing(1).axle(6220, 0, 0.02, 1.7).axle(9480, 4.5, 0.02, 1.7);
    crossing.lengthM = 3;
    // Rolls on, stands with the front axle for 8 s, then so with the rear axle.
    crossing.frontM =
        at -> {
          double t = at - 8; // the empty platform is seen first, and set to zero
          if (t < 5) {
            return 0.75 * (t - 3);
          }
          if (t < 13) {
            return 1.5;
          }
          return t < 22 ? 1.5 + 0.5 * (t - 13) : t < 30 ? 6 : 6 + (t - 30);
        };
    for (int k = 0; k < crossing.wheelsets.size(); k++) {
      Crossing.Wheelset axle = crossing.wheelsets.get(k);
      crossing.wheelsets.set(
          k, new Crossing.Wheelset(axle.loadN(), axle.behindFrontM(), 0.001, axle.bounceHz()));
    }
    crossing.lastsS = 60;
    SoftwareIndicator indicator = new SoftwareIndicator(Platforms.plain(""), Platforms.CHANNELS);
    List<WeightReading> readings = new ArrayList<>();
    crossing.blocks(100).forEach(block -> indicator.samples(block, readings::add));
    StaticWeighing weighing = new StaticWeighing(Rules.USUAL, readings.get(0).monotonicNanos());
    List<Finding> found = new ArrayList<>();
    readings.forEach(reading -> found.addAll(weighing.hear(reading)));
    found.addAll(weighing.stop(readings.get(readings.size() - 1).monotonicNanos()));
    List<Vehicle> vehicles =
        found.stream().filter(Vehicle.class::isInstance).map(Vehicle.class::cast).toList();
    assertThat(vehicles).hasSize(1);
    assertThat(vehicles.get(0).axles()).hasSize(2);
    assertThat(vehicles.get(0).grossKg().orElseThrow()).isCloseTo(15_700, within(20.0));
  }
}
