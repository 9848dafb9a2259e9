// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.scene.shape.Body;
import io.wayside.rig.simulators.scene.shape.VehicleKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {

  private static final CountLine LINE = new CountLine("A", 20, -6, 6);

  private static Arrival car(double timeS, double x, Way way, double mps) {
    return Arrival.of(timeS, VehicleKind.CAR, 11, x, way, mps);
  }

  private static Traffic traffic(List<Arrival> arrivals, RedLight... lights) {
    return new Traffic(arrivals, List.of(), List.of(lights), List.of(LINE));
  }

  @Test
  void whoDrivesAloneCrossesWhenDistanceOverSpeedSays() {
    double half = Body.of(VehicleKind.CAR, 11).lengthM() / 2;
    Traffic traffic = traffic(List.of(car(1, 0, Way.AWAY, 12), car(1, 2.5, Way.TOWARDS, 10)));
    traffic.advance(30);

    assertThat(traffic.crossings()).hasSize(2);
    Crossing away = traffic.crossings().get(0);
    assertThat(away.timeS()).isCloseTo(1 + (20 - Traffic.BEGIN_M + half) / 12, within(0.001));
    assertThat(away.enterS()).isCloseTo(away.timeS() - half / 12, within(0.001));
    assertThat(away.leaveS()).isCloseTo(away.timeS() + half / 12, within(0.001));
    assertThat(away.speedMps()).isCloseTo(12, within(1e-6));
    Crossing towards = traffic.crossings().get(1);
    assertThat(towards.timeS()).isCloseTo(1 + (Traffic.END_M + half - 20) / 10, within(0.001));
    assertThat(towards.mover().way()).isEqualTo(Way.TOWARDS);
  }

  @Test
  void whoPassesBesideTheLineDoesNotCrossIt() {
    Traffic traffic = traffic(List.of(car(1, 7, Way.AWAY, 12)));
    traffic.advance(30);

    assertThat(traffic.crossings()).isEmpty();
  }

  @Test
  void nobodyPassesARedLightAndAllDoWhenItIsGreen() {
    RedLight red = new RedLight(Way.AWAY, 18, 0, 60);
    List<Arrival> arrivals = List.of(car(1, 0, Way.AWAY, 9), car(3, 0, Way.AWAY, 9));
    Traffic traffic = traffic(arrivals, red);
    traffic.advance(59.9);

    assertThat(traffic.crossings()).isEmpty();
    assertThat(traffic.movers()).hasSize(2).allMatch(mover -> mover.speedMps() < 0.2);
    double front = traffic.movers().get(1).yM() + traffic.movers().get(1).body().lengthM() / 2;
    assertThat(front).isBetween(14.0, 18.0);
    traffic.advance(90);
    assertThat(traffic.crossings()).hasSize(2).allMatch(c -> c.timeS() > 60);
  }

  @Test
  void whoHaltsStandsAsLongAsItIsToldThenGoesOn() {
    Arrival.Halt halt = new Arrival.Halt(24, 4, 20);
    Traffic traffic = traffic(List.of(car(0, 2, Way.AWAY, 10).halting(halt)));
    double stood = 0;
    for (double time = 0; time < 60; time += 0.1) {
      traffic.advance(time);
      stood += traffic.movers().stream().anyMatch(m -> m.speedMps() < 0.05) ? 0.1 : 0;
    }

    assertThat(stood).isBetween(19.0, 24.0);
    assertThat(traffic.movers()).isEmpty();
    assertThat(traffic.crossings()).hasSize(1);
  }

  @Test
  void theFasterStaysBehindTheSlower() {
    Traffic traffic = traffic(List.of(car(0, 0, Way.AWAY, 5), car(4, 0, Way.AWAY, 15)));
    for (double time = 0; time < 25; time += 0.1) {
      traffic.advance(time);
      List<Mover> movers = traffic.movers();
      if (movers.size() == 2) {
        assertThat(movers.get(0).clearAlongM(movers.get(1))).isGreaterThan(0.5);
      }
    }
    assertThat(traffic.crossings()).extracting(c -> c.mover().id()).containsExactly(1, 2);
  }

  @Test
  void motorcyclesThatFilterGoRoundWhatStands() {
    Arrival.Halt halt = new Arrival.Halt(40, 0, 1000);
    Arrival rider = Arrival.of(8, VehicleKind.MOTORCYCLE, 3, 0.3, Way.AWAY, 9).filtering();
    Traffic traffic =
        new Traffic(
            List.of(car(0, 0, Way.AWAY, 10).halting(halt), rider),
            List.of(),
            List.of(),
            List.of(new CountLine("B", 60, -6, 6)));
    traffic.advance(60);

    assertThat(traffic.crossings())
        .extracting(c -> c.mover().body().kind())
        .containsExactly(VehicleKind.MOTORCYCLE);
  }

  @Test
  void peopleWalkAndAreCountedByNobody() {
    Walk walk = new Walk(1, 2, -8, 20.5, 1.3, 0, 14);
    Traffic traffic = new Traffic(List.of(), List.of(walk), List.of(), List.of(LINE));
    traffic.advance(6);
    assertThat(traffic.movers()).hasSize(1);
    assertThat(traffic.movers().get(0).xM()).isCloseTo(-8 + 1.3 * 5, within(0.1));
    traffic.advance(16);

    assertThat(traffic.movers()).isEmpty();
    assertThat(traffic.crossings()).isEmpty();
  }
}
