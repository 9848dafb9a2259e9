// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.rig.simulators.motion.traffic.Arrival;
import io.wayside.rig.simulators.motion.vehicle.Drive;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTrucksTest {

  @ParameterizedTest
  @ValueSource(strings = {"four-lines-class-i", "platform-3m-low-speed", "bridge"})
  void theSameTrucksComeOneAtATimeAtThreeSpeedsOfTheTraffic(String name) {
    Scenario scenario = Scenarios.named(name);
    List<Arrival> runs = KnownTrucks.runs(scenario, 6, 9);
    assertThat(runs).hasSize(24);
    assertThat(runs.stream().map(Arrival::vehicle).distinct()).hasSize(KnownTrucks.TRUCKS);
    double free = 0;
    for (Arrival run : runs) {
      Drive.Span there =
          Passage.presence(
              run.vehicle(), run.drive(), scenario.site().fromM(), scenario.site().toM());
      assertThat(there.fromS()).isGreaterThan(free);
      free = there.toS();
      double kmh = run.drive().speedMps(there.fromS()) * 3.6;
      assertThat(kmh)
          .isBetween(
              scenario.traffic().speed().leastKmh() * 0.95,
              scenario.traffic().speed().mostKmh() * 1.05);
    }
    assertThat(KnownTrucks.runs(scenario, 6, 9).get(7).lateralM())
        .isEqualTo(runs.get(7).lateralM());
    assertThat(KnownTrucks.runs(scenario, 6, 10).get(7).lateralM())
        .isNotEqualTo(runs.get(7).lateralM());
  }
}
