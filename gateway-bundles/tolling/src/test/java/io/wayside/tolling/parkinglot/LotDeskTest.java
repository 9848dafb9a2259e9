// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.parkinglot;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a lane says of a vehicle is put on record as what it proves, and for that vehicle. */
class LotDeskTest {

  private static final Asking TICKET = LotBench.ticket("t1");

  private ParkBench bench;
  private LotDesk exit;

  @BeforeEach
  void somebodyIsInside() throws Exception {
    bench = new ParkBench();
    bench.enters(1, TICKET);
    bench.later(Duration.ofMinutes(100));
    exit = new LotDesk("out-1", true, bench.park);
  }

  private static Evidence evidence(long vehicle, Flag... flags) {
    return new Evidence(
        vehicle,
        Travel.FORWARD,
        1,
        2,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Flags(new TreeSet<>(Set.of(flags))));
  }

  private static Grant byHand(long vehicle) {
    Verdict verdict = ParkJudge.verdict(Verdict.Answer.MANUAL, "attendant");
    return new Grant(evidence(vehicle), verdict, 1, 1, Optional.of("lan"));
  }

  private static Passage passage(Grant grant, Terms terms, Flag... flags) {
    return new Passage(
        evidence(grant.vehicle(), flags), terms, Optional.of(grant), 2, Violation.NONE);
  }

  @Test
  void whatWasShownForOneVehicleIsNotForTheNext() {
    exit.show(TICKET, 7); // has to pay, and goes back without a word of the loops
    Grant next = byHand(8);
    exit.write(next);
    exit.write(passage(next, Terms.MANUAL));
    assertThat(bench.park.view().stays()).as("t1 is still inside").isOne();
    assertThat(bench.written("parking-session")).doesNotContain("left");

    exit.show(TICKET, 9);
    Grant his = byHand(9);
    exit.write(his);
    exit.write(passage(his, Terms.MANUAL));
    assertThat(bench.park.view().stays()).isZero();
  }

  @Test
  void aPassageThatMayBeAnothersEndsNoStay() {
    for (Flag doubt : LaneFlags.DOUBTS) {
      exit.show(TICKET, 7);
      Grant grant = byHand(7);
      exit.write(grant);
      exit.write(passage(grant, Terms.REVIEW, doubt));
      assertThat(bench.park.openPasses("out-1")).isEmpty();
      assertThat(bench.park.mayLeave("out-1", TICKET).session())
          .as("%s", doubt)
          .contains(bench.park.quote(Optional.empty(), TICKET).session().orElseThrow());
    }
    assertThat(bench.written("parking-session")).doesNotContain("left");
  }

  @Test
  void whoHasVanishedIsNotSaidToHaveGoneBack() {
    LotDesk entry = new LotDesk("in-1", false, bench.park);
    entry.show(LotBench.ticket("t2"), 2);
    Grant grant = byHand(2);
    entry.write(grant);
    entry.write(new Abort(evidence(2), Why.VANISHED, Optional.of(grant)));
    assertThat(bench.park.view().stays()).as("it may be inside").isEqualTo(2);
    assertThat(bench.park.mayEnter("in-1", LotBench.ticket("t2")).code())
        .as("and it may not")
        .isEqualTo(Word.ADMITTED);
  }
}
