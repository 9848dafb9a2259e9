// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.Climate;
import io.wayside.rig.simulators.motion.sensor.Probe;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.traffic.Mix;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Speed;
import org.junit.jupiter.api.Test;

class MotionSiteTest {
  private static final MotionSite FOUR = Sites.strips(4, 3.3, RoadSpec.SITE_CLASS_I, Sites.QUARTZ);

  @Test
  void channelsContactsAndLinesAreNamedByTheirSensors() {
    assertThat(FOUR.probes())
        .extracting(Probe::channel)
        .startsWith("line.1.left", "line.1.right", "line.2.left")
        .endsWith("loop.in", "loop.out", "temperature");
    assertThat(FOUR.detectors())
        .extracting(d -> d.contact())
        .containsExactly("loop.in", "loop.out");
    assertThat(FOUR.lines()).extracting(Sensor.Line::name).hasSize(4).contains("line.4");
    assertThat(FOUR.lines().get(3).atM()).isCloseTo(9.9, within(1e-9));
  }

  @Test
  void theSiteReachesFromTheFirstLoopsFieldToTheLast() {
    assertThat(FOUR.fromM()).isCloseTo(-3.85, within(1e-9));
    assertThat(FOUR.toM()).isCloseTo(9.9 + 1.5 + 2 + 0.35, within(1e-9));
  }

  @Test
  void roadAndClimateCanBeChangedAlone() {
    MotionSite rough = FOUR.on(RoadSpec.C).in(Climate.constant(50));
    assertThat(rough.road()).isEqualTo(RoadSpec.C);
    assertThat(rough.climate().celsius(0)).isEqualTo(50);
    assertThat(rough.sensors()).isEqualTo(FOUR.sensors());
  }

  @Test
  void platformsAndBridgesNameTheirCellsAndGauges() {
    assertThat(Sites.platform(3, 2, 25, RoadSpec.SMOOTH).probes())
        .extracting(Probe::channel)
        .startsWith("cell.1.left", "cell.1.right", "cell.2.left", "cell.2.right");
    assertThat(Sites.bridge(RoadSpec.A, 0.2).probes())
        .extracting(Probe::channel)
        .containsExactly("strain.middle", "strain.quarter", "axle.1", "axle.2", "temperature");
  }

  @Test
  void aScenarioTakesOtherTrafficOrAnotherSite() {
    TrafficPlan slow = TrafficPlan.free(Mix.HEAVY, new Speed(30, 1, 25, 35), 10);
    MotionScene scene =
        Scenarios.named("four-lines-class-i").with(slow).at(FOUR.on(RoadSpec.SMOOTH)).scene(1);
    scene.next(400_000);
    assertThat(scene.truth()).isNotEmpty();
    for (TrueVehicle vehicle : scene.truth()) {
      assertThat(vehicle.speedMps() * 3.6).isBetween(25 - 1e-9, 35 + 1e-9);
    }
    assertThat(scene.road().left(3, 0.2)).isZero();
    assertThat(scene.position()).isEqualTo(400_000);
    assertThat(scene.site().road()).isEqualTo(RoadSpec.SMOOTH);
  }

  @Test
  void piezoAndBendingPlatesCanTakeThePlaceOfQuartz() {
    StripLine piezo =
        StripLine.whole("piezo", 0, Sites.PIEZO_M, Sites.PIEZO).bending(Sites.ASPHALT);
    StripLine plate = StripLine.halves("plate", 4, Sites.PLATE_M, Sites.BENDING_PLATE);
    assertThat(Sites.PIEZO.gainPerC()).isGreaterThan(Math.abs(Sites.QUARTZ.gainPerC()));
    assertThat(Sites.BENDING_PLATE.timeConstantS()).isZero();
    assertThat(Scenes.site(RoadSpec.A, piezo, plate).fromM()).isLessThan(-0.9);
  }
}
