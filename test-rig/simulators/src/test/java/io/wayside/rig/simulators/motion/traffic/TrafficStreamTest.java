// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Position;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Share;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Spacing;
import io.wayside.rig.simulators.motion.traffic.TrafficPlan.Speed;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficStreamTest {
  private static final Stage STAGE = new Stage(-4, 14, 0);
  private static final TrafficPlan FREE =
      TrafficPlan.free(Mix.HIGHWAY, new Speed(80, 15, 60, 100), 6);

  private static List<Arrival> arrivals(TrafficPlan plan, int count, long seed) {
    TrafficStream stream = new TrafficStream(plan, STAGE, false, seed);
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      assertThat(stream.hasNext()).isTrue();
      arrivals.add(stream.next());
    }
    return arrivals;
  }

  /** From the tail of one to the nose of the next at a place. */
  private static double gapS(Arrival ahead, Arrival behind, double placeM) {
    double tail = placeM + ahead.vehicle().wheelbaseM() + ahead.vehicle().tailM();
    List<Double> left = ahead.drive().timesAt(tail);
    return behind.drive().timesAt(placeM - behind.vehicle().noseM()).get(0)
        - left.get(left.size() - 1);
  }

  @ParameterizedTest
  @EnumSource
  void nobodyComesCloserThanTheLeastGapWhateverTheManner(Manner manner) {
    TrafficPlan plan =
        TrafficPlan.free(Mix.HIGHWAY, new Speed(20, 8, 5, 30), 1)
            .spaced(new Spacing(0.8, 1, 0.5))
            .driven(new Share(manner, 0.6));
    List<Arrival> arrivals = arrivals(plan, 150, 4);
    for (int i = 1; i < arrivals.size(); i++) {
      for (double place = STAGE.fromM(); place <= STAGE.toM(); place += 2.25) {
        assertThat(gapS(arrivals.get(i - 1), arrivals.get(i), place)).isGreaterThan(0.8 - 1e-6);
      }
    }
  }

  @Test
  void gapsHaveTheirMean() {
    List<Arrival> arrivals = arrivals(FREE, 2000, 5);
    double mean = 0;
    for (int i = 1; i < arrivals.size(); i++) {
      double least = Double.POSITIVE_INFINITY;
      for (double place = STAGE.fromM(); place <= STAGE.toM(); place += 2.25) {
        least = Math.min(least, gapS(arrivals.get(i - 1), arrivals.get(i), place));
      }
      mean += least / (arrivals.size() - 1);
    }
    assertThat(mean).isCloseTo(6, within(0.5));
  }

  @Test
  void tailgatersKeepLittleMoreThanTheLeast() {
    TrafficPlan plan = FREE.spaced(new Spacing(0.8, 6, 1));
    List<Arrival> arrivals = arrivals(plan, 300, 6);
    for (int i = 1; i < arrivals.size(); i++) {
      double least = Double.POSITIVE_INFINITY;
      for (double place = STAGE.fromM(); place <= STAGE.toM(); place += 2.25) {
        least = Math.min(least, gapS(arrivals.get(i - 1), arrivals.get(i), place));
      }
      assertThat(least).isBetween(0.8 - 1e-6, 1.0 + 1e-6);
    }
  }

  @Test
  void speedsKeepTheirLimits() {
    for (Arrival arrival : arrivals(FREE, 500, 7)) {
      double kmh = 3.6 * arrival.drive().speedMps(arrival.drive().timesAt(0).get(0));
      assertThat(kmh).isBetween(60 - 1e-9, 100 + 1e-9);
    }
  }

  @Test
  void trucksKeepToTheirLaneAndMotorcyclesUseItAll() {
    double widestTruck = 0;
    double widestMotorcycle = 0;
    for (Arrival arrival : arrivals(FREE, 1000, 8)) {
      double out = Math.abs(arrival.lateralM());
      if (arrival.vehicle().singleTrack()) {
        widestMotorcycle = Math.max(widestMotorcycle, out);
      } else {
        widestTruck = Math.max(widestTruck, out);
      }
    }
    assertThat(widestTruck).isBetween(0.2, 0.3);
    assertThat(widestMotorcycle).isBetween(0.7, 1.2);
  }

  @Test
  void straddlersAreAsManyAndAsFarOutAsPlanned() {
    TrafficPlan plan = FREE.positioned(new Position(0, 0.15, 0.3, 0.7, 1.5));
    long out = 0;
    long left = 0;
    for (Arrival arrival : arrivals(plan, 1000, 9)) {
      boolean car = !arrival.vehicle().singleTrack();
      if (car && Math.abs(arrival.lateralM()) > 0.5) {
        assertThat(Math.abs(arrival.lateralM())).isBetween(0.7, 1.5);
        out++;
        left += arrival.lateralM() > 0 ? 1 : 0;
      }
    }
    assertThat(out).isBetween(220L, 340L);
    assertThat(left).isBetween(out / 3, 2 * out / 3);
  }

  @Test
  void mannersComeAsPlanned() {
    TrafficPlan plan =
        TrafficPlan.free(Mix.HEAVY, new Speed(15, 3, 8, 25), 5)
            .driven(new Share(Manner.BRAKE, 0.25), new Share(Manner.STOP_AND_GO, 0.25));
    List<Arrival> arrivals = arrivals(plan, 1000, 10);
    assertThat(arrivals.stream().filter(a -> a.manner().equals("brake")).count())
        .isBetween(200L, 300L);
    assertThat(arrivals.stream().filter(a -> a.manner().equals("steady")).count())
        .isBetween(440L, 560L);
  }

  @Test
  void lanesMergeInTheOrderOfEntering() {
    TrafficPlan beside = FREE.positioned(new Position(-3.5, 0.2, 0, 0, 0));
    Lanes lanes =
        new Lanes(
            new TrafficStream(FREE, STAGE, false, 1),
            new TrafficStream(beside, STAGE, true, 2),
            STAGE);
    double last = 0;
    int neighbours = 0;
    for (int i = 0; i < 300; i++) {
      Arrival arrival = lanes.next();
      double enter =
          Passage.presence(arrival.vehicle(), arrival.drive(), STAGE.fromM(), STAGE.toM()).fromS();
      assertThat(enter).isGreaterThanOrEqualTo(last);
      last = enter;
      neighbours += arrival.neighbour() ? 1 : 0;
    }
    assertThat(neighbours).isBetween(120, 180);
    assertThat(lanes.hasNext()).isTrue();
  }

  @Test
  void gapsThatCannotBeKeptAreRefused() {
    assertThatThrownBy(() -> FREE.spaced(new Spacing(2, 1, 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mean gap 1.0 s");
  }
}
