// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.quality.Flag;
import io.wayside.counting.loop.LoopEvent.CutOff;
import io.wayside.counting.loop.LoopEvent.TurnedBack;
import io.wayside.rig.simulators.loops.ContactEdge;
import io.wayside.rig.simulators.loops.ContactNoise;
import io.wayside.rig.simulators.loops.Drive;
import io.wayside.rig.simulators.loops.LoopTraffic;
import io.wayside.rig.simulators.loops.LoopVehicle;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrapTest {

  private static final ContactNoise CLEAN = ContactNoise.NONE;

  private static Drive even(double atS, double mps) {
    return LoopTraffic.drive(atS, mps, 0);
  }

  private static List<Passage> seen(LoopVehicle... vehicles) {
    return Lane.passages(Lane.seen(Lane.trap(Lane.LOOPS), Lane.edges(Lane.LOOPS, CLEAN, vehicles)));
  }

  @Test
  void aVehicleAtEvenSpeedHasItsSpeedAndLength() {
    Passage car = seen(Lane.car(even(10, 20))).get(0);
    assertThat(car.speedMps().getAsDouble()).isCloseTo(20, within(1e-4));
    assertThat(car.lengthM().getAsDouble()).isCloseTo(4.5, within(1e-3));
    assertThat(car.direction()).isEqualTo(Direction.FORWARD);
    assertThat(car.nanos()).isEqualTo(10_000_000_000L);
    assertThat(car.flags().isEmpty()).isTrue();
  }

  @Test
  void aVehicleThatBrakesHasTheLengthOfOneThatDoesNot() {
    Passage car = seen(Lane.car(LoopTraffic.drive(10, 15, -3))).get(0);
    assertThat(car.lengthM().getAsDouble()).isCloseTo(4.5, within(0.03));
  }

  @Test
  void aVehicleAgainstTheLaneIsCountedAndFlagged() {
    var closings = Lane.LOOPS.closings(Lane.car(even(10, 12)), true);
    List<Passage> passages =
        Lane.passages(Lane.seen(Lane.trap(Lane.LOOPS), CLEAN.edges(closings, new Random(1))));
    assertThat(passages).hasSize(1);
    assertThat(passages.get(0).direction()).isEqualTo(Direction.BACKWARD);
    assertThat(passages.get(0).flags().has(LoopFlags.WRONG_WAY)).isTrue();
    assertThat(passages.get(0).speedMps().getAsDouble()).isCloseTo(12, within(1e-4));
    assertThat(passages.get(0).lengthM().getAsDouble()).isCloseTo(4.5, within(1e-3));
  }

  @Test
  void twoVehiclesInTheTrapAtOnceAreTwo() {
    List<Passage> two = seen(Lane.car(even(10, 10)), Lane.car(even(10.75, 10)));
    assertThat(two).hasSize(2);
    assertThat(two)
        .allSatisfy(one -> assertThat(one.lengthM().getAsDouble()).isCloseTo(4.5, within(0.01)));
  }

  @Test
  void aVehicleThatDrivesOntoTheFirstLoopAndBacksOutIsACaseOfDoubtNotACountedOne() {
    Drive back = new Drive(10, -5, 5).to(0, 3).then(2, 0).to(-3, 3).then(10, 0);
    List<LoopEvent> events =
        Lane.seen(Lane.trap(Lane.LOOPS), Lane.edges(Lane.LOOPS, CLEAN, Lane.car(back)));
    assertThat(Lane.passages(events)).allSatisfy(p -> assertThat(p.doubtful()).isTrue());
  }

  @Test
  void aVehicleThatTouchesTheSecondLoopAndBacksOutIsNotCounted() {
    Drive back = new Drive(10, -8, 5).to(0, 0.9).then(3, 0).to(-3, 2).then(10, 0);
    List<LoopEvent> events =
        Lane.seen(Lane.trap(Lane.LOOPS), Lane.edges(Lane.LOOPS, CLEAN, Lane.car(back)));
    assertThat(Lane.passages(events)).isEmpty();
    assertThat(events).hasSize(1);
    assertThat(events.get(0)).isInstanceOf(TurnedBack.class);
  }

  @Test
  void aVehicleThatLeavesTheFirstLoopAndComesBackIsNotCounted() {
    Drive back = new Drive(10, -8, 5).to(0, 0.72).then(3, 0).to(-3, 2).then(12, 0);
    List<LoopEvent> events =
        Lane.seen(Lane.trap(Lane.LOOPS), Lane.edges(Lane.LOOPS, CLEAN, Lane.car(back)));
    assertThat(Lane.passages(events)).isEmpty();
    assertThat(events).singleElement().isInstanceOf(TurnedBack.class);
  }

  @Test
  void aQueueThatStandsOnTheLoopsIsCountedOncePerVehicle() {
    List<LoopVehicle> queue = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      double gapM = 9.5 * i;
      Drive drive = new Drive(10, -10 - gapM, 8).then(0.2, 0).to(0, 2);
      queue.add(Lane.car(drive.then(60 + 1.2 * i - drive.endS() + 10, 0).to(9, 1.5).then(30, 0)));
    }
    List<Passage> passages = seen(queue.toArray(LoopVehicle[]::new));
    assertThat(passages).hasSize(10);
    assertThat(passages).noneMatch(p -> p.flags().has(LoopFlags.MISSING_PARTNER));
    assertThat(passages.stream().filter(p -> p.flags().has(LoopFlags.STOOD)))
        .isNotEmpty()
        .allSatisfy(p -> assertThat(p.lengthM()).isEmpty());
  }

  @Test
  void aVehicleOnlyOneLoopSawIsCountedAndFlagged() {
    List<ContactEdge> edges =
        Lane.edges(Lane.LOOPS, CLEAN, Lane.car(even(10, 20)), Lane.car(even(12, 20)));
    List<ContactEdge> lost =
        edges.stream()
            .filter(e -> e.channel().equals("lead") || e.nanos() > 11_000_000_000L)
            .toList();
    List<Passage> passages = Lane.passages(Lane.seen(Lane.trap(Lane.LOOPS), lost));
    assertThat(passages).hasSize(2);
    assertThat(passages.get(0).flags().has(LoopFlags.MISSING_PARTNER)).isTrue();
    assertThat(passages.get(0).speedMps()).isEmpty();
    assertThat(passages.get(1).flags().isEmpty()).isTrue();
    assertThat(passages.get(1).speedMps().getAsDouble()).isCloseTo(20, within(1e-4));
  }

  @Test
  void tailgatersThatOneLoopSawAsOneAreTwoWithAFlag() {
    List<ContactEdge> edges =
        Lane.edges(Lane.LOOPS, CLEAN, Lane.car(even(10, 10)), Lane.car(even(10.68, 10)));
    List<ContactEdge> merged =
        edges.stream()
            .filter(
                e ->
                    !e.channel().equals("lead")
                        || e.nanos() == edges.get(0).nanos()
                        || e.nanos() > 11_000_000_000L)
            .toList();
    List<Passage> passages = Lane.passages(Lane.seen(Lane.trap(Lane.LOOPS), merged));
    assertThat(passages).hasSize(2);
    assertThat(passages)
        .allSatisfy(p -> assertThat(p.flags().has(LoopFlags.LOOPS_DISAGREE)).isTrue());
    assertThat(passages).allSatisfy(p -> assertThat(p.lengthM()).isEmpty());
  }

  @Test
  void bouncingContactsChangeNeitherCountNorLength() {
    ContactNoise bounce = new ContactNoise(0, 3, 0.004, 0, 0);
    List<Passage> passages =
        Lane.passages(
            Lane.seen(
                Lane.trap(Lane.LOOPS),
                Lane.edges(Lane.LOOPS, bounce, Lane.car(even(10, 25)), Lane.car(even(12, 25)))));
    assertThat(passages).hasSize(2);
    assertThat(passages)
        .allSatisfy(p -> assertThat(p.lengthM().getAsDouble()).isCloseTo(4.5, within(1e-3)));
  }

  @Test
  void axlesAreCountedAndTheirSpacingsMeasuredWhileBraking() {
    LoopVehicle truck =
        new LoopVehicle(
            "9", 16, 1.3, List.of(3.6, 1.3, 6.5, 1.3), List.of(), LoopTraffic.drive(10, 18, -1.5));
    Passage passage =
        Lane.passages(Lane.seen(Lane.trap(Lane.ROAD), Lane.edges(Lane.ROAD, CLEAN, truck))).get(0);
    assertThat(passage.how()).isEqualTo(Passage.How.LOOP_PAIR_AND_AXLES);
    assertThat(passage.spacingsM()).hasSize(4);
    for (int i = 0; i < 4; i++) {
      double trueM = truck.spacingsM().get(i);
      assertThat(passage.spacingsM().get(i)).isCloseTo(trueM, within(0.02 * trueM));
    }
  }

  @Test
  void aVehicleCutOffByASilenceIsCountedFromWhatWasHeardAndItsRestIsNot() {
    Trap trap = Lane.trap(Lane.LOOPS);
    List<ContactEdge> edges = Lane.edges(Lane.LOOPS, CLEAN, Lane.car(even(10, 20)));
    List<LoopEvent> events = new ArrayList<>(trap.edge(Lane.edge(edges.get(0))));
    events.addAll(trap.interrupted(10_100_000_000L));
    trap.resumed(10_210_000_000L);
    events.addAll(Lane.seen(trap, edges.subList(2, edges.size())));
    assertThat(Lane.passages(events)).hasSize(1);
    assertThat(Lane.passages(events).get(0).flags().has(Flag.SIGNAL_INTERRUPTED)).isTrue();
  }

  @Test
  void whatTheSecondLoopSeesRightAfterASilenceBeganInIt() {
    Trap trap = Lane.trap(Lane.LOOPS);
    trap.resumed(10_050_000_000L);
    List<ContactEdge> edges =
        Lane.edges(Lane.LOOPS, CLEAN, Lane.car(even(10, 20))).stream()
            .filter(e -> e.nanos() > 10_050_000_000L)
            .toList();
    List<LoopEvent> events = Lane.seen(trap, edges);
    assertThat(Lane.passages(events)).isEmpty();
    assertThat(events).singleElement().isInstanceOf(CutOff.class);
  }

  @Test
  void anyEdgesWhateverAreTakenWithinBounds() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      Trap trap = Lane.trap(Lane.ROAD);
      long nanos = 0;
      for (int i = 0; i < 400; i++) {
        nanos += (long) (Math.pow(random.nextDouble(), 4) * 3e9);
        Port port = List.of(Port.values()).get(random.nextInt(4));
        assertThat(trap.edge(new Edge(port, nanos, random.nextBoolean())).size()).isLessThan(60);
        if (random.nextInt(50) == 0) {
          trap.interrupted(nanos);
          trap.resumed(nanos);
        }
        assertThat(trap.settledNanos()).isLessThanOrEqualTo(nanos);
      }
    }
  }
}
