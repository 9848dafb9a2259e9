// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.weighlane.LaneEvent;
import io.wayside.rig.simulators.weighlane.LaneSettings;
import io.wayside.rig.simulators.weighlane.LaneTiming;
import io.wayside.rig.simulators.weighlane.Manoeuvre;
import io.wayside.rig.simulators.weighlane.Span;
import io.wayside.rig.simulators.weighlane.WeighLane;
import io.wayside.weighing.rest.RestRule;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.rig.Weigh;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rig's weigh lane as a second truth: somebody else's idea of how vehicles behave. */
class SimulatedLaneTest {

  /** The lane leaves nine seconds between vehicles; an axle too light to be seen takes six. */
  private static final StaticRules RULES =
      new StaticRules(
          new RestRule(20, 5, Rules.SECOND, Rules.SECOND / 50),
          20,
          100,
          40,
          30_000,
          8 * Rules.SECOND,
          Rules.SECOND / 2,
          600 * Rules.SECOND,
          new Plausibility(300, 25_000, 12, 800, 100_000));

  private final List<LaneEvent.VehicleLeft> truth = new ArrayList<>();

  private static LaneTiming timing() {
    LaneTiming usual = LaneTiming.usual();
    return new LaneTiming(
        usual.ramp(),
        usual.braking(),
        usual.still(),
        usual.groupGap(),
        usual.axleGap(),
        new Span(9, 12));
  }

  private List<Vehicle> weigh(LaneSettings settings, int seconds) {
    WeighLane lane =
        new WeighLane(
            7,
            settings.withTiming(timing()),
            event -> {
              if (event instanceof LaneEvent.VehicleLeft left) {
                truth.add(left);
              }
            });
    List<WeightReading> readings = new ArrayList<>();
    double filteredKg = 0;
    for (long ms = 0; ms < seconds * 1000L; ms += 10) {
      filteredKg += 0.1 * (lane.massKgAt(ms * 1_000_000) - filteredKg);
      if (ms % 100 == 0) {
        double shown = Math.rint(filteredKg / Readings.INTERVAL_KG) * Readings.INTERVAL_KG;
        readings.add(
            Readings.reading(
                ms * 1_000_000, shown, Motion.NOT_TOLD, Basis.GROSS, Flags.NONE, (int) ms));
      }
    }
    List<Vehicle> vehicles = new Weigh(RULES).hear(readings).vehicles();
    return vehicles.subList(0, Math.min(vehicles.size(), truth.size()));
  }

  @Test
  void orderlyVehiclesAreAllWeighedRight() {
    List<Vehicle> vehicles = weigh(LaneSettings.orderly(), 3600);
    assertThat(vehicles.size()).isGreaterThan(100).isGreaterThanOrEqualTo(truth.size() - 1);
    for (int i = 0; i < vehicles.size(); i++) {
      List<Integer> axleKg = truth.get(i).vehicle().axleKg();
      assertThat(vehicles.get(i).axles()).hasSameSizeAs(axleKg);
      for (int axle = 0; axle < axleKg.size(); axle++) {
        assertThat(vehicles.get(i).axles().get(axle).deciding().orElseThrow().massKg())
            .as("vehicle %d axle %d", i + 1, axle + 1)
            .isBetween(
                axleKg.get(axle) - Readings.INTERVAL_KG, axleKg.get(axle) + Readings.INTERVAL_KG);
      }
    }
  }

  @Test
  void whoNeverStandsStillIsNeverWeighed() {
    List<Vehicle> vehicles =
        weigh(LaneSettings.orderly().withIrregular(1, Manoeuvre.NEVER_STANDS_STILL), 1800);
    assertThat(vehicles).isNotEmpty();
    assertThat(vehicles)
        .allSatisfy(
            v -> {
              assertThat(v.flags().has(Flag.UNSTABLE)).isTrue();
              assertThat(v.grossKg()).isEmpty();
            });
  }

  @Test
  void whoDrivesBackIsSuspected() {
    List<Vehicle> vehicles =
        weigh(LaneSettings.orderly().withIrregular(1, Manoeuvre.DRIVES_BACK), 1800);
    assertThat(vehicles).isNotEmpty();
    assertThat(vehicles)
        .allSatisfy(v -> assertThat(v.flags().has(WeighingFlags.POSSIBLE_REVERSAL)).isTrue());
  }

  @Test
  void anAxleTooLightToBeSeenIsDoubtedOrRecorded() {
    List<Vehicle> vehicles =
        weigh(LaneSettings.orderly().withIrregular(1, Manoeuvre.AXLE_TOO_LIGHT), 1800);
    assertThat(vehicles).isNotEmpty();
    for (int i = 0; i < vehicles.size(); i++) {
      Vehicle vehicle = vehicles.get(i);
      int lightest = truth.get(i).vehicle().axleKg().stream().min(Integer::compare).orElseThrow();
      boolean complete = vehicle.axles().size() == truth.get(i).vehicle().axleKg().size();
      if (complete) {
        assertThat(vehicle.flags().has(Flag.IMPLAUSIBLE)).isTrue();
      } else if (lightest > RULES.zeroBandKg() + Readings.INTERVAL_KG) {
        assertThat(vehicle.flags().has(WeighingFlags.POSSIBLE_MISSED_AXLE))
            .as("%s found as %s", truth.get(i).vehicle(), vehicle)
            .isTrue();
      }
    }
  }
}
