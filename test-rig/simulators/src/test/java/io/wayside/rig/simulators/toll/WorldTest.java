// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.WorldEvent.LoopEdge;
import io.wayside.rig.simulators.toll.WorldEvent.TagRead;
import io.wayside.rig.simulators.toll.road.Manner;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WorldTest {

  private static final long SECOND = 1_000_000_000L;

  private static Arrival car(int id, int lane, double atS, Manner manner, FittedTag... tags) {
    return new Arrival(id, lane, (long) (atS * SECOND), VehicleKind.CAR, manner, 8, List.of(tags));
  }

  private static FittedTag tag(int id) {
    return FittedTag.good("3416214b94%014x".formatted(id));
  }

  private static World world(List<Arrival> arrivals, Order.Timed... orders) {
    return new World(
        new WorldPlan(
            List.of(LaneSetup.commanded(1), LaneSetup.byItself(2)), arrivals, List.of(orders)),
        7);
  }

  @Test
  void aCarWithATagComesOverTheLoopsInOrderAndPasses() {
    World world = world(List.of(car(1, 1, 0, Manner.STEADY, tag(1))));

    List<WorldEvent> events = SimplePilot.run(world, 1);

    List<LoopEdge> edges =
        events.stream().filter(LoopEdge.class::isInstance).map(LoopEdge.class::cast).toList();
    assertThat(edges)
        .extracting(e -> e.loop() + " " + e.occupied())
        .containsExactly("L1 true", "L1 false", "L3 true", "L3 false");
    TrueVehicle truth = world.truth().get(0);
    assertThat(truth.passed()).isTrue();
    assertThat(truth.backedOut()).isFalse();
    assertThat(truth.armHits()).isZero();
    assertThat(truth.called()).isFalse();
    assertThat(truth.enteredNanos().getAsLong()).isBetween(3 * SECOND, 8 * SECOND);
    assertThat(truth.reachedNanos().getAsLong())
        .isGreaterThan(truth.enteredNanos().getAsLong())
        .isLessThan(truth.passedNanos().getAsLong());
    assertThat(edges.get(3).nanos())
        .isBetween(truth.reachedNanos().getAsLong(), truth.passedNanos().getAsLong() + SECOND);
    assertThat(truth.readable(20)).isTrue();
    long heard = events.stream().filter(e -> e instanceof TagRead && e.lane() == 1).count();
    assertThat(heard).isGreaterThanOrEqualTo(truth.tags().get(0).reads(1));
  }

  @Test
  void eventsComeInTheOrderOfTime() {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 1; i <= 20; i++) {
      arrivals.add(car(i, 1 + i % 2, 3 * i, Manner.STEADY, tag(i)));
    }
    List<WorldEvent> events = SimplePilot.run(world(arrivals), 1);
    assertThat(events).isSortedAccordingTo((a, b) -> Long.compare(a.nanos(), b.nanos()));
  }

  @Test
  void theSameSeedGivesTheSameWorldHoweverItIsCut() {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      arrivals.add(car(i, 1 + i % 2, 4 * i, Manner.STEADY, tag(i)));
    }
    World whole = world(arrivals);
    List<WorldEvent> inOne = whole.step(40 * SECOND, List.of());
    World cut = world(arrivals);
    SplittableRandom random = new SplittableRandom(1);
    List<WorldEvent> inPieces = new ArrayList<>();
    for (long at = 0; at < 40 * SECOND; ) {
      at = Math.min(40 * SECOND, at + random.nextLong(1, SECOND));
      inPieces.addAll(cut.step(at, List.of()));
    }
    assertThat(inPieces).isEqualTo(inOne);
    assertThat(cut.truth()).isEqualTo(whole.truth());
    World other =
        new World(
            new WorldPlan(List.of(LaneSetup.commanded(1), LaneSetup.byItself(2)), arrivals), 8);
    assertThat(other.step(40 * SECOND, List.of())).isNotEqualTo(inOne);
  }

  @Test
  void whoeverComesEndsSomewhere() {
    SplittableRandom random = new SplittableRandom(3);
    for (int run = 0; run < 10; run++) {
      List<Arrival> arrivals = new ArrayList<>();
      for (int i = 1; i <= 8; i++) {
        Manner manner =
            switch (random.nextInt(5)) {
              case 0 -> Manner.backingOut(random.nextDouble(2, 9), 1);
              case 1 -> Manner.tryingAgain(random.nextDouble(2, 9), 1);
              case 2 -> Manner.TAILGATE;
              default -> Manner.STEADY;
            };
        FittedTag[] tags = random.nextInt(4) == 0 ? new FittedTag[0] : new FittedTag[] {tag(i)};
        arrivals.add(car(i, 1 + random.nextInt(2), random.nextDouble(0, 60), manner, tags));
      }
      World world = world(arrivals);
      SimplePilot.run(world, 1);
      assertThat(world.over()).as("run %d", run).isTrue();
      assertThat(world.truth()).hasSize(8).allMatch(TrueVehicle::ended);
      assertThat(world.truth()).noneMatch(v -> v.passed() && v.backedOut());
    }
  }

  @Test
  void whoHasNoTagCallsAndIsCrankedThrough() {
    World world = world(List.of(car(1, 1, 0, Manner.STEADY)));
    List<WorldEvent> events = SimplePilot.run(world, 1);
    assertThat(events).hasAtLeastOneElementOfType(WorldEvent.DriverCalls.class);
    assertThat(events).filteredOn(WorldEvent.HandCrank.class::isInstance).hasSize(2);
    TrueVehicle truth = world.truth().get(0);
    assertThat(truth.called()).isTrue();
    assertThat(truth.cranked()).isTrue();
    assertThat(truth.passed()).isTrue();
  }

  @Test
  void aStuckArmStopsEverybodyUntilItIsTurnedByHand() {
    World world =
        world(
            List.of(car(1, 1, 0, Manner.STEADY, tag(1))),
            new Order.Timed(new Trigger.At(0), new Order.ArmStuck(1, true)));
    List<WorldEvent> events = SimplePilot.run(world, 1);
    assertThat(events.get(0)).isInstanceOf(WorldEvent.OrderDue.class);
    assertThat(world.truth().get(0).cranked()).isTrue();
  }

  @Test
  void anArmThatIsLoweredOnACarHitsIt() {
    World world = world(List.of(car(1, 1, 0, Manner.stopping(new Manner.Leg(14, 5)))));
    world.step(
        20 * SECOND, List.of(new WorldCommand.Barrier(1, true), new WorldCommand.Light(1, true)));
    World interlocked =
        new World(
            new WorldPlan(
                List.of(LaneSetup.commanded(1).withInterlock()),
                List.of(car(1, 1, 0, Manner.stopping(new Manner.Leg(14, 20))))),
            7);
    World bare =
        new World(
            new WorldPlan(
                List.of(LaneSetup.commanded(1)),
                List.of(car(1, 1, 0, Manner.stopping(new Manner.Leg(14, 20))))),
            7);
    for (World one : List.of(interlocked, bare)) {
      one.step(
          10 * SECOND, List.of(new WorldCommand.Barrier(1, true), new WorldCommand.Light(1, true)));
      one.step(20 * SECOND, List.of(new WorldCommand.Barrier(1, false)));
    }
    assertThat(world.truth().get(0).armHits()).isZero();
    assertThat(bare.truth().get(0).armHits()).isEqualTo(1);
    assertThat(bare.arm(1)).isBetween(0.6, 0.75);
    assertThat(interlocked.truth().get(0).armHits()).isZero();
    assertThat(interlocked.arm(1)).isEqualTo(1);
  }

  @Test
  void aReaderThatIsDownOrSwitchedOffHearsNothing() {
    World off = world(List.of(car(1, 1, 0, Manner.STEADY, tag(1))));
    List<WorldEvent> events = off.step(20 * SECOND, List.of(new WorldCommand.Radio(1, false)));
    assertThat(events).noneMatch(e -> e instanceof TagRead && e.lane() == 1);
    World down =
        world(
            List.of(car(1, 1, 0, Manner.STEADY, tag(1))),
            new Order.Timed(
                new Trigger.NoseAt(1, 1), new Order.ReaderDrops(1, Duration.ofSeconds(2))));
    List<WorldEvent> heard = down.step(30 * SECOND, List.of());
    long dropped =
        heard.stream()
            .filter(WorldEvent.OrderDue.class::isInstance)
            .mapToLong(WorldEvent::nanos)
            .findFirst()
            .orElseThrow();
    assertThat(heard)
        .noneMatch(
            e ->
                e instanceof TagRead
                    && e.lane() == 1
                    && e.nanos() > dropped
                    && e.nanos() < dropped + 2 * SECOND)
        .anyMatch(e -> e instanceof TagRead && e.nanos() > dropped + 2 * SECOND);
  }

  @Test
  void aFloodIsAsDenseAsOrdered() {
    SimulatedTag loud = SimulatedTag.of("ffff00000000000000000001");
    World world =
        world(
            List.of(),
            new Order.Timed(
                new Trigger.At(SECOND), new Order.Flood(1, loud, 300, Duration.ofSeconds(5))));
    List<WorldEvent> events = world.step(10 * SECOND, List.of());
    assertThat(events.stream().filter(TagRead.class::isInstance)).hasSizeBetween(1495, 1501);
  }

  @Test
  void aLoneTagIsHeardInItsLaneAndWeakerOrRarelyBeside() {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      arrivals.add(car(i, 1, 8 * i, Manner.STEADY, tag(i)));
    }
    World world = world(arrivals);
    SimplePilot.run(world, 1);
    double own = world.truth().stream().mapToInt(v -> v.tags().get(0).reads(1)).sum();
    double beside = world.truth().stream().mapToInt(v -> v.tags().get(0).reads(2)).sum();
    assertThat(world.truth()).allMatch(v -> v.readable(4));
    assertThat(beside / own).as("bleed").isLessThan(0.4);
    assertThat(world.truth())
        .allMatch(
            v -> {
              TrueTag tag = v.tags().get(0);
              return tag.reads(2) == 0
                  || tag.peakDbmByLane().get(2) < tag.peakDbmByLane().get(1) + 3;
            });
  }

  @Test
  void aMirroredTagIsHeardBesideAsStrongly() {
    World world = world(List.of(car(1, 1, 0, Manner.STEADY, tag(1).heardBesideAsWell())));
    SimplePilot.run(world, 1);
    TrueTag tag = world.truth().get(0).tags().get(0);
    assertThat(tag.reads(2)).isGreaterThan(tag.reads(1) / 2);
    assertThat(Math.abs(tag.peakDbmByLane().get(1) - tag.peakDbmByLane().get(2)))
        .isLessThanOrEqualTo(6);
  }

  @Test
  void aWeakTagIsHeardLessThanAGoodOne() {
    World world =
        world(
            List.of(
                car(1, 2, 0, Manner.STEADY, tag(1)),
                car(2, 2, 15, Manner.STEADY, tag(2).lossDb(14))));
    SimplePilot.run(world, 1);
    TrueTag good = world.truth().get(0).tags().get(0);
    TrueTag weak = world.truth().get(1).tags().get(0);
    assertThat(weak.weak()).isTrue();
    assertThat(good.weak()).isFalse();
    assertThat(weak.reads(2)).isLessThan(good.reads(2) / 4);
  }

  @Test
  void plansThatContradictThemselvesAreRefused() {
    List<LaneSetup> one = List.of(LaneSetup.commanded(1));
    Arrival first = car(1, 1, 0, Manner.STEADY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorldPlan(List.of(one.get(0), one.get(0)), List.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorldPlan(one, List.of(first, first)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WorldPlan(one, List.of(car(1, 9, 0, Manner.STEADY))));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new World(new WorldPlan(one, List.of()), 1)
                    .step(1, List.of(new WorldCommand.Light(2, true))));
  }
}
