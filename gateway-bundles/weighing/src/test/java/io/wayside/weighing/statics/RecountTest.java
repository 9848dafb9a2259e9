// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.statics;

import static io.wayside.weighing.rig.Rules.SECOND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.Interruption;
import io.wayside.core.device.WeightReading;
import io.wayside.core.device.WeightReading.Basis;
import io.wayside.core.device.WeightReading.Motion;
import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.rest.Plateau;
import io.wayside.weighing.rig.Physics;
import io.wayside.weighing.rig.Readings;
import io.wayside.weighing.rig.Recount;
import io.wayside.weighing.rig.Rules;
import io.wayside.weighing.rig.Weigh;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any trace: the state machine against a recount of the whole, and what must hold for all. */
class RecountTest {

  private static List<List<Double>> masses(List<Vehicle> vehicles) {
    return vehicles.stream()
        .map(
            vehicle -> {
              List<Double> axles = new ArrayList<>();
              vehicle
                  .axles()
                  .forEach(a -> axles.add(a.deciding().map(Plateau::massKg).orElse(null)));
              return axles;
            })
        .toList();
  }

  @Test
  void physicalTrafficIsWeighedAsTheRecountSays() {
    for (long seed = 0; seed < 150; seed++) {
      List<WeightReading> trace = Physics.traffic(seed).readings();
      assertThat(masses(Weigh.vehicles(Rules.USUAL, trace)))
          .as("seed %d", seed)
          .isEqualTo(new Recount(Rules.USUAL, trace).vehicles());
    }
  }

  @Test
  void randomTracesAreWeighedAsTheRecountSays() {
    long withValues = 0;
    for (long seed = 0; seed < 400; seed++) {
      List<WeightReading> trace = randomTrace(new Random(seed));
      List<List<Double>> found = masses(Weigh.vehicles(Rules.USUAL, trace));
      withValues += found.stream().flatMap(List::stream).filter(kg -> kg != null).count();
      assertThat(found).as("seed %d", seed).isEqualTo(new Recount(Rules.USUAL, trace).vehicles());
    }
    assertThat(withValues).isGreaterThan(1000);
  }

  @Test
  void noMassIsRecordedThatWasNotAtRestOnThePlatform() {
    int values = 0;
    for (long seed = 1000; seed < 1200; seed++) {
      Physics physics = Physics.traffic(seed);
      int valuesOfTrace = 0;
      for (Vehicle vehicle : Weigh.vehicles(Rules.USUAL, physics.readings())) {
        for (Axle axle : vehicle.axles()) {
          for (Plateau plateau : axle.plateaus()) {
            long moment = plateau.deciding().monotonicNanos();
            assertThat(physics.nearestStaticKg(plateau.massKg(), moment))
                .as("seed %d at %d", seed, moment)
                .isCloseTo(plateau.massKg(), within(Readings.INTERVAL_KG));
          }
          valuesOfTrace += axle.deciding().isPresent() ? 1 : 0;
        }
      }
      assertThat(valuesOfTrace).isLessThanOrEqualTo(physics.rests());
      values += valuesOfTrace;
    }
    assertThat(values).isGreaterThan(1500);
  }

  @Test
  void physicalVehiclesAreFoundWithAllTheirAxles() {
    for (long seed = 2000; seed < 2100; seed++) {
      Physics physics = Physics.traffic(seed);
      List<Vehicle> vehicles = Weigh.vehicles(Rules.USUAL, physics.readings());
      assertThat(vehicles)
          .extracting(v -> v.axles().size())
          .as("seed %d", seed)
          .isEqualTo(physics.truth().stream().map(List::size).toList());
    }
  }

  @Test
  void itMakesNoDifferenceWhenTheClockTicks() {
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<WeightReading> trace = randomTrace(random);
      Weigh ticked = new Weigh(Rules.USUAL);
      WeightReading before = null;
      for (WeightReading reading : trace) {
        if (before != null && random.nextBoolean()) {
          long apart = reading.monotonicNanos() - before.monotonicNanos();
          ticked.tick(before.monotonicNanos() + (long) (random.nextDouble() * apart));
        }
        ticked.hear(List.of(reading));
        before = reading;
      }
      Weigh plain = new Weigh(Rules.USUAL).hear(trace);
      assertThat(masses(ticked.vehicles())).isEqualTo(masses(plain.vehicles()));
      assertThat(ticked.vehicles())
          .extracting(Vehicle::flags)
          .isEqualTo(plain.vehicles().stream().map(Vehicle::flags).toList());
    }
  }

  @Test
  void aFlagOfAnyReadingOfAVehicleStaysWithIt() {
    Flag planted = new Flag("planted");
    int planted1 = 0;
    for (long seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<WeightReading> trace = new ArrayList<>(Physics.traffic(seed).readings());
      List<Vehicle> plain = Weigh.vehicles(Rules.USUAL, trace);
      int at = random.nextInt(trace.size());
      WeightReading r = trace.get(at);
      trace.set(
          at,
          new WeightReading(
              r.monotonicNanos(),
              r.mass(),
              r.resolution(),
              r.motion(),
              r.basis(),
              Flags.of(planted),
              r.rawFrame()));
      List<Vehicle> marked = Weigh.vehicles(Rules.USUAL, trace);
      for (int i = 0; i < plain.size(); i++) {
        Vehicle was = plain.get(i);
        boolean during =
            r.monotonicNanos() > was.beganNanos() && r.monotonicNanos() < was.endedNanos();
        if (during) {
          planted1++;
          assertThat(marked.get(i).flags().has(planted)).as("seed %d", seed).isTrue();
        }
        assertThat(marked.get(i).flags().all()).containsAll(was.flags().all());
      }
    }
    assertThat(planted1).isGreaterThan(30);
  }

  @Test
  void nothingThatASourceCanSayBreaksIt() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Weigh weigh = new Weigh(Rules.USUAL);
      long now = 0;
      for (int i = 0; i < 400; i++) {
        now +=
            (long) (random.nextDouble() * random.nextDouble() * SECOND * (i % 50 == 0 ? 20 : 0.5));
        switch (random.nextInt(12)) {
          case 0 -> weigh.tick(now);
          case 1 ->
              weigh.interrupted(
                  new Interruption(
                      now - random.nextInt(1_000_000_000),
                      oneOf(random, Interruption.Cause.values()),
                      "test"));
          case 2 -> weigh.end(random.nextBoolean() ? Ending.FINISHED : Ending.DISCARDED, "x", now);
          default -> weigh.hear(List.of(wild(random, now)));
        }
        assertThat(weigh.weighing().situation()).isNotNull();
      }
      weigh.stop(now);
      List<Vehicle> vehicles = weigh.vehicles();
      for (int i = 0; i < vehicles.size(); i++) {
        Vehicle vehicle = vehicles.get(i);
        assertThat(vehicle.number()).isEqualTo(i + 1);
        assertThat(vehicle.axles()).isNotEmpty();
        assertThat(vehicle.grossKg().isPresent())
            .isEqualTo(vehicle.axles().stream().allMatch(a -> a.deciding().isPresent()));
        vehicle
            .axles()
            .forEach(a -> assertThat(vehicle.flags().all()).containsAll(a.flags().all()));
        assertThat(vehicle.endedNanos()).isGreaterThanOrEqualTo(vehicle.beganNanos());
      }
    }
  }

  private static WeightReading wild(Random random, long now) {
    double kg = random.nextInt(4) == 0 ? random.nextGaussian() * 1e7 : 20 * random.nextInt(3);
    Flags flags =
        switch (random.nextInt(8)) {
          case 0 -> Flags.of(Flag.OUT_OF_RANGE);
          case 1 -> Flags.of(Flag.UNSTABLE, Flag.SIMULATED);
          default -> Flags.NONE;
        };
    return Readings.reading(
        now - random.nextInt(1000),
        kg,
        oneOf(random, Motion.values()),
        oneOf(random, Basis.values()),
        flags,
        1);
  }

  private static <T> T oneOf(Random random, T[] all) {
    return all[random.nextInt(all.length)];
  }

  /** Steps, holds and flicker around the bounds of every rule; no silence above the signal gap. */
  private static List<WeightReading> randomTrace(Random random) {
    List<WeightReading> trace = new ArrayList<>();
    long now = 0;
    while (trace.size() < 400) {
      double level =
          random.nextInt(3) == 0 ? 0 : 20 * random.nextInt(random.nextBoolean() ? 8 : 500);
      int length = 1 + random.nextInt(25);
      int flicker = random.nextInt(3);
      Motion motion = random.nextInt(10) == 0 ? Motion.MOVING : Motion.NOT_TOLD;
      for (int i = 0; i < length; i++) {
        double kg = level + (flicker == 0 ? 0 : 20 * random.nextInt(flicker + 1));
        trace.add(Readings.reading(now, kg, motion, Basis.GROSS, Flags.NONE, trace.size()));
        now += random.nextInt(20) == 0 ? 1_000_000 : 30_000_000 + random.nextInt(300_000_000);
      }
    }
    return trace;
  }
}
