// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RoadTest {

  private static final LaneLayout LANE = LaneLayout.usual(0);
  private static final double FAR = Double.POSITIVE_INFINITY;
  private static final double NOBODY = Double.NEGATIVE_INFINITY;
  private static final double DT = 0.01;

  private static Vehicle car(Manner manner) {
    return new Vehicle(VehicleKind.CAR, manner, LANE, 10);
  }

  @Test
  void aDriverStopsAtTheLineBeforeAClosedArm() {
    Vehicle car = car(Manner.STEADY);
    for (int i = 0; i < 3000; i++) {
      car.drive(DT, FAR, 0, NOBODY, 0, true);
      assertThat(car.noseM()).isLessThanOrEqualTo(LANE.stopM() + 0.3);
    }
    assertThat(car.waitsAtLine()).isTrue();
    assertThat(car.speedMps()).isCloseTo(0, within(0.05));
  }

  @Test
  void aDriverStopsAtRedThoughTheArmIsUpUnlessSomeoneTailgates() {
    Vehicle heeding = car(Manner.STEADY);
    Vehicle following = car(Manner.TAILGATE);
    for (int i = 0; i < 2000; i++) {
      heeding.drive(DT, FAR, 0, NOBODY, 1, false);
      following.drive(DT, FAR, 0, NOBODY, 1, false);
    }
    assertThat(heeding.noseM()).isLessThan(LANE.armM());
    assertThat(following.tailM()).isGreaterThan(LANE.awayM());
  }

  @Test
  void nobodyRunsIntoTheOneAhead() {
    SplittableRandom random = new SplittableRandom(2);
    for (int run = 0; run < 50; run++) {
      List<Vehicle> queue = new ArrayList<>();
      double arm = 0;
      for (int i = 0; i < 4000; i++) {
        boolean room = queue.isEmpty() || queue.get(queue.size() - 1).tailM() > -36;
        if (queue.size() < 5 && room) {
          Manner manner = random.nextBoolean() ? Manner.STEADY : Manner.TAILGATE;
          queue.add(new Vehicle(VehicleKind.CAR, manner, LANE, random.nextDouble(3, 12)));
        }
        if (random.nextInt(300) == 0) {
          arm = 1 - arm;
        }
        double ahead = FAR;
        double speed = 0;
        for (Vehicle vehicle : queue) {
          vehicle.drive(DT, ahead, speed, NOBODY, arm, true);
          assertThat(vehicle.noseM()).as("run %d", run).isLessThan(ahead);
          ahead = vehicle.tailM();
          speed = vehicle.speedMps();
        }
      }
    }
  }

  @Test
  void backingOutEndsWhereItCameFrom() {
    Vehicle car = car(Manner.backingOut(5, 2));
    double deepest = -100;
    int ticks = 0;
    while (!car.goneBackwards() && ticks++ < 10_000) {
      car.drive(DT, FAR, 0, NOBODY, 0, false);
      deepest = Math.max(deepest, car.noseM());
    }
    assertThat(car.goneBackwards()).isTrue();
    assertThat(deepest).isCloseTo(5, within(0.3));
    assertThat(car.noseM()).isLessThan(-25);
  }

  @Test
  void nobodyBacksIntoTheOneBehind() {
    Vehicle car = car(Manner.backingOut(5, 0.5));
    for (int i = 0; i < 3000; i++) {
      boolean followed = car.noseM() > 4 || car.speedMps() < 0;
      car.drive(DT, FAR, 0, followed ? -6 : NOBODY, 0, false);
      assertThat(!followed || car.tailM() > -6).isTrue();
    }
    assertThat(car.tailM()).isBetween(-5.3, -4.0);
    assertThat(car.goneBackwards()).isFalse();
  }

  @Test
  void anArmTakesItsTimeAndTellsItsLimits() {
    Arm arm = new Arm(0.75, 0.9);
    assertThat(arm.atBottom()).isTrue();
    arm.command(true);
    assertThat(stepsUntil(arm, true)).isCloseTo(75, within(3));
    arm.command(false);
    assertThat(arm.closing()).isTrue();
    assertThat(stepsUntil(arm, false)).isCloseTo(90, within(3));
  }

  private static int stepsUntil(Arm arm, boolean top) {
    int steps = 0;
    while (!(top ? arm.atTop() : arm.atBottom())) {
      arm.step(DT, false);
      steps++;
    }
    return steps;
  }

  @Test
  void aStuckArmStandsUntilItIsFreeOrCranked() {
    Arm arm = new Arm(0.75, 0.75);
    arm.stuck(true);
    arm.command(true);
    arm.step(10, false);
    assertThat(arm.position()).isZero();
    arm.hand(true);
    arm.step(10, false);
    assertThat(arm.atTop()).isTrue();
    arm.hand(false);
    arm.command(false);
    arm.step(10, false);
    assertThat(arm.atTop()).as("stuck up").isTrue();
    arm.stuck(false);
    arm.step(10, true);
    assertThat(arm.atTop()).as("rests on something").isTrue();
  }

  @Test
  void aLoopClosesOverMetalOnceAndOpensBehindIt() {
    List<String> edges = new ArrayList<>();
    LoopDetector loop = new LoopDetector(0, new SplittableRandom(1));
    Span span = new Span(0, 2);
    for (int i = 0; i < 1000; i++) {
      double nose = -1 + i * 0.01;
      loop.look(
          VehicleKind.CAR.felt(span, nose),
          i * 10L,
          (i + 1) * 10L,
          (nanos, occupied) -> edges.add(occupied + " " + nanos));
    }
    // A quarter of 2 m is covered when the nose is at 0.5 m, 15 % when the tail is at 1.7 m.
    assertThat(edges).hasSize(2);
    assertThat(edges.get(0)).startsWith("true 15");
    assertThat(edges.get(1)).startsWith("false 72");
  }

  @Test
  void aBouncingLoopEndsWhereItShould() {
    LoopDetector loop = new LoopDetector(1, new SplittableRandom(1));
    for (int run = 0; run < 100; run++) {
      List<Boolean> states = new ArrayList<>();
      List<Long> times = new ArrayList<>();
      boolean want = run % 2 == 0;
      loop.look(
          want ? 1 : 0,
          run * 1_000_000_000L,
          run * 1_000_000_000L + 10_000_000,
          (nanos, occupied) -> {
            states.add(occupied);
            times.add(nanos);
          });
      assertThat(states.size()).isBetween(3, 7).matches(n -> n % 2 == 1);
      assertThat(states.get(states.size() - 1)).isEqualTo(want);
      assertThat(times).isSorted();
      assertThat(loop.occupied()).isEqualTo(want);
    }
  }

  @Test
  void motorcyclesAreFeltAndOneKindOfDrawbarIsNot() {
    Span span = new Span(12.5, 15);
    assertThat(VehicleKind.MOTORCYCLE.felt(span, 15)).isGreaterThan(0.25);
    double overBar = span.toM() + 8.5;
    assertThat(VehicleKind.TRAILER.felt(span, overBar)).isGreaterThan(0.15);
    assertThat(VehicleKind.HIGH_TRAILER.felt(span, overBar)).isLessThan(0.15);
  }
}
