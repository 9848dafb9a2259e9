// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wayside.rig.simulators.toll.Order;
import io.wayside.rig.simulators.toll.SimplePilot;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.World;
import io.wayside.rig.simulators.toll.WorldCommand;
import io.wayside.rig.simulators.toll.WorldEvent;
import io.wayside.rig.simulators.toll.WorldEvent.Detector;
import io.wayside.rig.simulators.toll.WorldEvent.Edge;
import io.wayside.rig.simulators.toll.WorldEvent.TagRead;
import io.wayside.rig.simulators.toll.scenario.Rule.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TollScenariosTest {

  /** A play that has been run with a simple controller. */
  private record Run(Play play, List<WorldEvent> events, World world) {

    static Run of(String name, long seed) {
      Play play = TollScenarios.named(name).play(seed);
      World world = play.world();
      return new Run(play, SimplePilot.run(world, Rule.LANE), world);
    }

    List<TrueVehicle> inLane() {
      return world.truth().stream().filter(v -> v.lane() == Rule.LANE).toList();
    }

    List<Edge> edges(Detector loop) {
      return events.stream()
          .filter(Edge.class::isInstance)
          .map(Edge.class::cast)
          .filter(e -> e.detector() == loop && e.lane() == Rule.LANE)
          .toList();
    }
  }

  static List<String> names() {
    return TollScenarios.names();
  }

  @Test
  void thereAreThirtyThreeAndEachHasANameOfItsOwn() {
    assertThat(names()).hasSize(33).doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TollScenarios.named("no-such"))
        .withMessageContaining("single-pass");
  }

  @ParameterizedTest
  @MethodSource("names")
  void everybodyEndsAndEveryOrderIsGiven(String name) {
    for (long seed = 1; seed <= 2; seed++) {
      Run run = Run.of(name, seed);
      assertThat(run.world().over()).as("seed %d", seed).isTrue();
      assertThat(run.world().truth())
          .hasSize(run.play().plan().arrivals().size())
          .allMatch(TrueVehicle::ended);
      assertThat(run.events().stream().filter(WorldEvent.OrderDue.class::isInstance))
          .hasSize(run.play().plan().orders().size());
      assertThat(run.inLane()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theSameSeedIsTheSamePlay(String name) {
    Play first = TollScenarios.named(name).play(5);
    Play second = TollScenarios.named(name).play(5);
    assertThat(second.rules()).isEqualTo(first.rules());
    assertThat(second.register()).isEqualTo(first.register());
    assertThat(second.seed()).isEqualTo(first.seed());
    assertThat(second.plan().orders().size()).isEqualTo(first.plan().orders().size());
    assertThat(first.world().step(8_000_000_000L, List.of()))
        .usingRecursiveComparison()
        .isEqualTo(second.world().step(8_000_000_000L, List.of()));
    assertThat(TollScenarios.named(name).play(6).seed()).isNotEqualTo(first.seed());
  }

  @ParameterizedTest
  @MethodSource("names")
  void whoeverPaysIsOnAListAndHasTheTag(String name) {
    Play play = TollScenarios.named(name).play(3);
    Set<String> listed = new HashSet<>();
    play.register().forEach(entry -> listed.add(entry.epc()));
    play.plan()
        .arrivals()
        .forEach(
            arrival -> {
              Set<String> inside = new HashSet<>();
              arrival.tags().forEach(tag -> inside.add(Cast.epc(tag)));
              Rule rule = play.rules().get(arrival.id());
              assertThat(inside).containsAll(rule.payers());
              assertThat(listed).containsAll(rule.payers());
              if (rule.kind() == Kind.NEVER) {
                assertThat(rule.payers()).isEmpty();
              } else if (rule.kind() != Kind.FREE) {
                assertThat(rule.payers()).isNotEmpty();
              }
            });
  }

  @Test
  void aSinglePassMustPay() {
    Run run = Run.of("single-pass", 1);
    Expected expected = run.play().expected(run.inLane().get(0));
    assertThat(expected.mustPay()).isTrue();
    assertThat(expected.payers()).hasSize(1);
  }

  @Test
  void aTailgaterPassesWithoutARiseOfTheArmOfItsOwn() {
    int followed = 0;
    for (long seed = 1; seed <= 6; seed++) {
      Run run = Run.of("tailgate", seed);
      TrueVehicle second = run.inLane().get(1);
      assertThat(second.manner()).isEqualTo("tailgate");
      boolean ownGrant = second.called() || second.readable(1);
      followed += ownGrant ? 0 : 1;
      if (!ownGrant) {
        assertThat(run.play().expected(second).allowed())
            .containsExactlyInAnyOrder(Outcome.VIOLATION, Outcome.MANUAL);
      }
    }
    assertThat(followed).isPositive();
  }

  @Test
  void aHighDrawbarOpensALoopAndALowOneDoesNot() {
    Set<Integer> edgesOfOne = new HashSet<>();
    for (long seed = 1; seed <= 6; seed++) {
      Run run = Run.of("trailer", seed);
      long until = run.inLane().get(0).passedNanos().getAsLong();
      long rises =
          run.edges(Detector.L3).stream().filter(e -> e.occupied() && e.nanos() < until).count();
      edgesOfOne.add((int) Math.min(2, rises));
    }
    assertThat(edgesOfOne).containsExactlyInAnyOrder(1, 2);
  }

  @Test
  void theCurtainSeesTheGapThatATailgaterLeaves() {
    for (long seed = 1; seed <= 6; seed++) {
      Play play = TollScenarios.named("tailgate").play(seed);
      World world = play.world();
      // Nobody lowers the arm on them.
      List<WorldEvent> events =
          world.step(
              20_000_000_000L,
              List.of(
                  new WorldCommand.Barrier(Rule.LANE, true),
                  new WorldCommand.Light(Rule.LANE, true)));
      long rises =
          events.stream()
              .filter(Edge.class::isInstance)
              .map(Edge.class::cast)
              .filter(e -> e.lane() == Rule.LANE && e.detector() == Detector.CURTAIN)
              .filter(Edge::occupied)
              .count();
      assertThat(rises).isGreaterThanOrEqualTo(2);
    }
  }

  @Test
  void whoBacksOutFreesL1AndNeverReachesL3() {
    int backedOut = 0;
    for (long seed = 1; seed <= 6; seed++) {
      Run run = Run.of("back-out", seed);
      for (TrueVehicle vehicle : run.inLane()) {
        if (vehicle.backedOut()) {
          backedOut++;
          assertThat(vehicle.enteredNanos()).isPresent();
          assertThat(vehicle.passed()).isFalse();
          assertThat(run.play().expected(vehicle).allowed())
              .containsExactlyInAnyOrder(Outcome.ABORTED, Outcome.NOTHING);
        }
      }
      assertThat(run.edges(Detector.L1)).hasSizeGreaterThanOrEqualTo(4);
    }
    assertThat(backedOut).isBetween(1, 5);
  }

  @Test
  void stopAndGoRaisesL1TwiceForOneVehicle() {
    Run run = Run.of("stop-and-go", 2);
    long first = run.inLane().get(0).passedNanos().getAsLong();
    assertThat(
            run.edges(Detector.L1).stream().filter(e -> e.occupied() && e.nanos() < first).count())
        .isGreaterThanOrEqualTo(2);
  }

  @Test
  void aTagBesideIsHeardInTheLaneThatHasNone() {
    long heard = 0;
    for (long seed = 1; seed <= 4; seed++) {
      Run run = Run.of("tag-in-next-lane", seed);
      heard +=
          run.world().truth().stream()
              .filter(v -> v.lane() == Cast.BESIDE && v.tags().get(0).reads(Rule.LANE) > 0)
              .count();
      TrueVehicle bare = run.inLane().get(0);
      assertThat(run.play().expected(bare).allowed()).doesNotContain(Outcome.CHARGED);
    }
    assertThat(heard).isPositive();
  }

  @Test
  void everySecondSeedHasTrafficBeside() {
    for (TollScenario scenario : TollScenarios.all()) {
      assertThat(scenario.play(2).plan().arrivals())
          .as(scenario.name())
          .anyMatch(arrival -> arrival.lane() == Cast.BESIDE);
    }
  }

  @Test
  void vehiclesBesideMustLeaveNoTrace() {
    Run run = Run.of("ordinary-traffic", 1);
    assertThat(run.world().truth())
        .filteredOn(v -> v.lane() == Cast.BESIDE)
        .isNotEmpty()
        .allMatch(v -> run.play().expected(v).allowed().equals(Set.of(Outcome.NOTHING)));
  }

  @Test
  void malformedNumbersOfEachLengthComeFromTheAir() {
    Set<Integer> bits = new HashSet<>();
    for (long seed = 1; seed <= 24 && bits.size() < 4; seed++) {
      Play play = TollScenarios.named("malformed-epc").play(seed);
      play.world().step(15_000_000_000L, List.of()).stream()
          .filter(TagRead.class::isInstance)
          .map(e -> ((TagRead) e).tag().bits())
          .filter(b -> b != 96)
          .forEach(bits::add);
    }
    assertThat(bits).containsExactlyInAnyOrder(0, 62, 128, 496);
  }

  @Test
  void oneInTwoHundredTagsIsWeak() {
    int weak = 0;
    int all = 0;
    for (long seed = 0; seed < 400; seed++) {
      for (var arrival : TollScenarios.named("ordinary-traffic").play(seed).plan().arrivals()) {
        all += arrival.tags().size();
        weak += (int) arrival.tags().stream().filter(tag -> tag.weak()).count();
      }
    }
    assertThat((double) weak / all).isBetween(0.003, 0.007);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "power-cut",
        "list-gap",
        "list-too-old",
        "clock-back",
        "disk-full",
        "three-day-outage",
        "duplicate-upload",
        "direction-switch",
        "reader-clock-jump",
        "ticket-ends-at-midnight",
        "station-network-down",
        "station-network-returns"
      })
  void whatTheWorldCannotDoIsOrderedOutside(String name) {
    Run run = Run.of(name, 4);
    assertThat(run.events())
        .anyMatch(
            e -> e instanceof WorldEvent.OrderDue due && due.order() instanceof Order.Outside);
  }

  @Test
  void thePowerGoesAfterTheArmWasRaisedAndBeforeTheVehicleHasPassed() {
    for (long seed = 1; seed <= 6; seed++) {
      Run run = Run.of("power-cut", seed);
      WorldEvent cut =
          run.events().stream()
              .filter(WorldEvent.OrderDue.class::isInstance)
              .findFirst()
              .orElseThrow();
      TrueVehicle first = run.inLane().get(0);
      assertThat(cut.nanos())
          .isBetween(first.enteredNanos().getAsLong(), first.passedNanos().getAsLong());
    }
  }

  @Test
  void inTheWholeWorldNoLaneOpensByItself() {
    World world = TollScenarios.named("both-lanes-busy").play(1).wholeWorld();
    world.step(30_000_000_000L, List.of());
    assertThat(world.arm(Rule.LANE)).isZero();
    assertThat(world.arm(Cast.BESIDE)).isZero();
    assertThat(world.truth()).noneMatch(TrueVehicle::passed);
  }

  @Test
  void whereEveryLaneIsUnderTestThoseBesideMustPayToo() {
    Run run = Run.of("both-lanes-busy", 1);
    List<TrueVehicle> beside =
        run.world().truth().stream().filter(v -> v.lane() == Cast.BESIDE).toList();
    assertThat(beside).hasSizeGreaterThan(10);
    assertThat(beside).filteredOn(v -> run.play().expectedInItsLane(v).mustPay()).isNotEmpty();
    assertThat(run.inLane())
        .allSatisfy(
            v -> assertThat(run.play().expectedInItsLane(v)).isEqualTo(run.play().expected(v)));
  }
}
