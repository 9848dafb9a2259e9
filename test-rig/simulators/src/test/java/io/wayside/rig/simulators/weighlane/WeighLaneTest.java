// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.rig.simulators.weighlane.LaneEvent.AxleSettled;
import io.wayside.rig.simulators.weighlane.LaneEvent.VehicleLeft;
import io.wayside.rig.simulators.weighlane.LaneEvent.VehicleStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeighLaneTest {

  private static final long STEP_NANOS = 10_000_000;
  private static final LaneSettings CALM = LaneSettings.orderly().withoutDisturbance();

  private final List<LaneEvent> events = new ArrayList<>();

  /** Load every 10 ms. */
  private double[] run(long seed, LaneSettings settings, int seconds) {
    events.clear();
    WeighLane lane = new WeighLane(seed, settings, events::add);
    return IntStream.range(0, seconds * 100)
        .mapToDouble(i -> lane.massKgAt(i * STEP_NANOS))
        .toArray();
  }

  private <T extends LaneEvent> List<T> heard(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static int index(long elapsedNanos) {
    return (int) ((elapsedNanos + STEP_NANOS - 1) / STEP_NANOS);
  }

  @Test
  void aSettledAxleRestsWithExactlyItsTrueMass() {
    double[] loadKg = run(1, CALM, 3600);
    List<AxleSettled> settled = heard(AxleSettled.class);
    assertThat(settled).hasSizeGreaterThan(600);
    for (AxleSettled axle : settled.subList(0, settled.size() - 1)) {
      for (int i = 0; i < 130; i++) {
        assertThat(loadKg[index(axle.elapsedNanos()) + i]).isCloseTo(axle.axleKg(), within(1e-6));
      }
    }
  }

  @Test
  void grossIsTheSumOfTheAxlesAndEveryAxleSettlesOnceInOrder() {
    run(2, LaneSettings.orderly(), 3600);
    for (VehicleLeft left : heard(VehicleLeft.class)) {
      Vehicle vehicle = left.vehicle();
      List<AxleSettled> axles =
          heard(AxleSettled.class).stream()
              .filter(axle -> axle.vehicleNumber() == vehicle.number())
              .toList();
      assertThat(axles.stream().map(AxleSettled::axle))
          .isEqualTo(IntStream.rangeClosed(1, vehicle.axleKg().size()).boxed().toList());
      assertThat(axles.stream().map(AxleSettled::axleKg)).isEqualTo(vehicle.axleKg());
      assertThat(axles.stream().mapToDouble(AxleSettled::onPlatformKg).sum())
          .isEqualTo(vehicle.grossKg());
    }
  }

  @Test
  void thePlatformIsEmptyForFourSecondsBetweenVehiclesAndAtMostABitBetweenAxles() {
    double[] loadKg = run(3, CALM, 3600);
    List<Integer> emptyRuns = new ArrayList<>();
    int empty = 0;
    for (double kg : loadKg) {
      if (kg == 0) {
        empty++;
      } else if (empty > 0) {
        emptyRuns.add(empty);
        empty = 0;
      }
    }
    assertThat(emptyRuns.remove(0)).as("before the first vehicle").isGreaterThanOrEqualTo(99);
    assertThat(emptyRuns).allMatch(run -> run >= 399 || (run >= 49 && run <= 121));
    assertThat(emptyRuns.stream().filter(run -> run >= 399))
        .hasSize(heard(VehicleStarted.class).size() - 1);
  }

  @Test
  void aVehicleWithTwoAxlesTakesAboutSevenSeconds() {
    run(4, LaneSettings.orderly(), 7200);
    List<VehicleStarted> started = heard(VehicleStarted.class);
    List<Double> durationsS =
        heard(VehicleLeft.class).stream()
            .filter(left -> left.vehicle().axleKg().size() == 2)
            .map(
                left ->
                    (left.elapsedNanos() - started.get(left.vehicle().number() - 1).elapsedNanos())
                        / 1e9)
            .toList();
    assertThat(durationsS).hasSizeGreaterThan(40).allMatch(s -> s > 6 && s < 8.5);
    assertThat(durationsS.stream().mapToDouble(Double::doubleValue).average().orElseThrow())
        .isCloseTo(7, within(0.5));
  }

  @Test
  void vehiclesHaveTwoToSixPlausibleAxles() {
    run(5, LaneSettings.orderly(), 7200);
    List<Vehicle> vehicles =
        heard(VehicleStarted.class).stream().map(VehicleStarted::vehicle).toList();
    assertThat(vehicles.stream().map(Vehicle::kind).distinct()).hasSize(7);
    assertThat(vehicles.stream().map(v -> v.axleKg().size()).distinct())
        .containsExactlyInAnyOrder(2, 3, 4, 5, 6);
    assertThat(vehicles)
        .allSatisfy(v -> assertThat(v.axleKg()).allMatch(kg -> kg > 1200 && kg < 14_000))
        .anyMatch(v -> v.grossKg() > 48_000)
        .anyMatch(v -> v.grossKg() < 4_000);
  }

  @Test
  void theSameSeedRepeatsLoadAndTruthAndAnotherDoesNot() {
    double[] first = run(6, LaneSettings.orderly(), 300);
    List<LaneEvent> truth = List.copyOf(events);
    assertThat(run(6, LaneSettings.orderly(), 300)).isEqualTo(first);
    assertThat(events).isEqualTo(truth);
    assertThat(run(7, LaneSettings.orderly(), 300)).isNotEqualTo(first);
  }

  @Test
  void theLoadDoesNotDependOnHowOftenItIsAsked() {
    double[] often = run(8, LaneSettings.orderly(), 120);
    WeighLane seldom = new WeighLane(8, LaneSettings.orderly(), event -> {});
    for (int i = 0; i < often.length; i += 7) {
      assertThat(seldom.massKgAt(i * STEP_NANOS)).isEqualTo(often[i]);
    }
  }

  @Test
  void noiseAndDriftStaySmall() {
    double[] calm = run(9, CALM, 1800);
    double[] real = run(9, LaneSettings.orderly(), 1800);
    double squares = 0;
    for (int i = 0; i < calm.length; i++) {
      assertThat(real[i]).isCloseTo(calm[i], within(10.0));
      squares += (real[i] - calm[i]) * (real[i] - calm[i]);
    }
    assertThat(Math.sqrt(squares / calm.length)).as("1 kg noise, 2 kg drift").isBetween(1.5, 2.0);
  }

  @Test
  void truthIsToldInTheOrderOfTimeAndNeverAhead() {
    long[] asked = new long[1];
    WeighLane lane =
        new WeighLane(
            10,
            LaneSettings.orderly(),
            event -> {
              assertThat(event.elapsedNanos()).isLessThanOrEqualTo(asked[0]);
              assertThat(asked[0] - event.elapsedNanos()).isLessThan(STEP_NANOS);
              events.add(event);
            });
    for (asked[0] = 0; asked[0] < 600_000_000_000L; asked[0] += STEP_NANOS) {
      lane.massKgAt(asked[0]);
    }
    assertThat(events)
        .isSortedAccordingTo((a, b) -> Long.compare(a.elapsedNanos(), b.elapsedNanos()));
    assertThat(heard(VehicleLeft.class)).hasSizeGreaterThan(25);
  }
}
