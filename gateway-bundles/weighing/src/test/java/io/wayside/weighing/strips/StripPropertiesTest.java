// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionAxle;
import io.wayside.weighing.motion.MotionVehicle;
import io.wayside.weighing.strips.Road.Axle;
import io.wayside.weighing.strips.Road.Vehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class StripPropertiesTest {

  private static final double[] FOUR = StripWeighingTest.FOUR;

  private static Road traffic() {
    return new Road(Road.straight(FOUR, Road.LOOP), 4_000, 12)
        .drive(
            new Vehicle(1.5, 25, 0, StripWeighingTest.car()),
            new Vehicle(2.8, 22, -1, StripWeighingTest.semi()),
            new Vehicle(6, 19, 1.2, StripWeighingTest.car()),
            new Vehicle(8, 21, 0, StripWeighingTest.semi()))
        .noise(0.01, 7)
        .hum(0.02, 50)
        .drift(0.01, 0.3);
  }

  @Test
  void theCutIntoBlocksDoesNotMatter() {
    Road road = traffic();
    List<MotionVehicle> whole = road.weigh(fresh(road), road.samples[0].length);
    assertThat(whole).hasSize(4);
    for (int[] cuts : new int[][] {{1}, {7}, {255, 257}, {256}, {4096}, {1, 999, 3}}) {
      List<MotionVehicle> cut = road.weigh(fresh(road), cuts);
      assertThat(cut).hasSameSizeAs(whole);
      for (int i = 0; i < cut.size(); i++) {
        same(cut.get(i), whole.get(i));
      }
    }
  }

  private static StripWeighing fresh(Road road) {
    return new StripWeighing(road.instrument, road.channels);
  }

  /** Equal but for nanoseconds, which blocks round each for itself. */
  private static void same(MotionVehicle one, MotionVehicle other) {
    assertThat(one.grossN()).isEqualTo(other.grossN());
    assertThat(one.grossUncertaintyN()).isEqualTo(other.grossUncertaintyN());
    assertThat(one.spacingsM()).isEqualTo(other.spacingsM());
    assertThat(one.flags()).isEqualTo(other.flags());
    assertThat(one.groups()).isEqualTo(other.groups());
    assertThat(one.lengthM()).isEqualTo(other.lengthM());
    for (int i = 0; i < one.axles().size(); i++) {
      assertThat(one.axles().get(i).loadN()).isEqualTo(other.axles().get(i).loadN());
      assertThat(one.axles().get(i).atNanos())
          .isCloseTo(other.axles().get(i).atNanos(), within(2L));
    }
  }

  @Test
  void laterIsTheSameLater() {
    Road road = traffic();
    List<MotionVehicle> now = road.weigh();
    long later = 3_600_000_000_007L;
    List<MotionVehicle> shifted = new ArrayList<>();
    StripWeighing weighing = fresh(road);
    SampleBlock block = road.block(0, road.samples[0].length);
    weighing.samples(
        new SampleBlock(
            block.firstMonotonicNanos() + later,
            block.intervalNanos(),
            91,
            block.samples(),
            Flags.NONE),
        shifted::add);
    weighing.finish(shifted::add);
    assertThat(shifted).hasSameSizeAs(now);
    for (int i = 0; i < now.size(); i++) {
      assertThat(shifted.get(i).grossN()).isEqualTo(now.get(i).grossN());
      assertThat(shifted.get(i).beganNanos())
          .isCloseTo(now.get(i).beganNanos() + later, within(2L));
    }
  }

  @Test
  void twiceTheSignalIsTwiceTheLoad() {
    Road road = traffic();
    List<MotionVehicle> once = road.weigh();
    for (double[] channel : road.strips()) {
      for (int i = 0; i < channel.length; i++) {
        channel[i] *= 2;
      }
    }
    List<MotionVehicle> twice = road.weigh();
    for (int i = 0; i < once.size(); i++) {
      assertThat(twice.get(i).grossN())
          .isCloseTo(2 * once.get(i).grossN(), Percentage.withPercentage(0.1));
      assertThat(twice.get(i).speedMps()).isCloseTo(once.get(i).speedMps(), within(1e-3));
    }
  }

  @Test
  void mirroredTrafficHasItsSidesMirrored() {
    Random random = new Random(11);
    List<Axle> axles = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      axles.add(Axle.of(4.0 * i, 30_000 + 10_000 * random.nextDouble(), 30_000 + 9_000 * i));
    }
    Road road =
        new Road(Road.straight(FOUR, ""), 5_000, 5)
            .drive(new Vehicle(1.5, 20, 0, axles))
            .noise(0.01, 3);
    MotionVehicle vehicle = road.weigh().get(0);
    for (int i = 0; i < road.strips().length; i += 2) {
      double[] left = road.samples[i];
      road.samples[i] = road.samples[i + 1];
      road.samples[i + 1] = left;
    }
    MotionVehicle mirrored = road.weigh().get(0);
    assertThat(mirrored.grossN()).isCloseTo(vehicle.grossN(), within(1e-6));
    for (int i = 0; i < 3; i++) {
      MotionAxle was = vehicle.axles().get(i);
      MotionAxle is = mirrored.axles().get(i);
      assertThat(is.leftN()).isCloseTo(was.rightN(), within(1e-6));
      assertThat(is.rightN()).isCloseTo(was.leftN(), within(1e-6));
      assertThat(was.leftN() + was.rightN()).isCloseTo(was.loadN(), within(300.0));
    }
  }

  @Test
  void disturbancesOfTheChannelDoNotReachTheLoad() {
    Vehicle truck = new Vehicle(2.5, 22, 0, StripWeighingTest.semi());
    for (int k = 0; k < 5; k++) {
      String more = k == 4 ? ", \"timeConstantS\": 0.5" : "";
      Road road = new Road(straightWith(more), 10_000, 6).drive(truck);
      switch (k) {
        case 0 -> road.noise(0.03, 5);
        case 1 -> road.hum(0.1, 50).noise(0.002, 5);
        case 2 -> road.hum(0.1, 49.85).noise(0.002, 5);
        case 3 -> road.drift(0.2, -3).noise(0.002, 5);
        default -> road.highPass(0.5).noise(0.002, 5);
      }
      List<MotionVehicle> found = road.weigh();
      assertThat(found).as("disturbance " + k).hasSize(1);
      assertThat(found.get(0).flags().all()).as("disturbance " + k).isEmpty();
      for (int i = 0; i < 5; i++) {
        double truth = truck.axles().get(i).wheels().get(0).newtons() * 2;
        assertThat(found.get(0).axles().get(i).loadN())
            .as("axle " + i + " under disturbance " + k)
            .isCloseTo(truth, Percentage.withPercentage(0.6));
      }
    }
  }

  private static StripInstrument straightWith(String half) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < FOUR.length; i++) {
      String constant = "\"newtonsPerUnitMetre\": " + Road.constant() + half;
      lines.append(i == 0 ? "" : ",").append(Road.line("q" + i, FOUR[i], 0, constant));
    }
    return Road.instrument(
        "{\"instrument\": \"t\", \"kind\": \"strips\", "
            + "\"calibration\": {\"id\": \"c\", \"on\": \"2026-01-01\", \"by\": \"x\"}, "
            + "\"verified\": {\"speedKmh\": [10, 120]}, \"lines\": ["
            + lines
            + "]}");
  }

  @Test
  void slantedLinesTellPlaceInLaneAndDualTyres() {
    String half = "\"newtonsPerUnitMetre\": " + Road.constant();
    StripInstrument instrument =
        Road.instrument(
            "{\"instrument\": \"t\", \"kind\": \"strips\", \"lines\": ["
                + Road.line("a", 0, 0, half)
                + ","
                + Road.line("b", 3, 0, half)
                + ","
                + Road.line("c", 5, 40, half)
                + "]}");
    List<Axle> axles =
        List.of(
            new Axle(0, List.of(wheel(30_000, 0.3, 1.1), wheel(30_000, 0.3, -0.9))),
            new Axle(4, List.of(wheel(45_000, 0.62, 1.0), wheel(45_000, 0.62, -0.8))),
            new Axle(5.3, List.of(wheel(45_000, 0.62, 1.0), wheel(45_000, 0.62, -0.8))));
    Road road =
        new Road(instrument, 10_000, 5).drive(new Vehicle(1.5, 20, 0, axles)).noise(0.002, 3);
    MotionVehicle vehicle = road.weigh().get(0);
    assertThat(vehicle.axles()).hasSize(3);
    assertThat(vehicle.axles())
        .extracting(MotionAxle::tyres)
        .containsExactly(MotionAxle.Tyres.SINGLE, MotionAxle.Tyres.DUAL, MotionAxle.Tyres.DUAL);
    assertThat(vehicle.grossN()).isCloseTo(240_000, Percentage.withPercentage(0.3));
  }

  private static Road.Wheel wheel(double newtons, double acrossM, double lateralM) {
    return new Road.Wheel(newtons, 0.22, acrossM, lateralM);
  }
}
