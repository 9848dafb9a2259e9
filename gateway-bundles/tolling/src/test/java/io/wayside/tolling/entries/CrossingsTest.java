// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.entries;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Way;
import io.wayside.tolling.lane.Choice;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.TagEvidence;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRecords;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.passage.Seen;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrossingsTest {

  private static final long SECOND = Vehicles.SECOND;
  private static final Fare FARE = new Fare(54_000, "VND", "fares", List.of("group:2"));

  private final Vehicles.Time time = new Vehicles.Time().at(Vehicles.ORIGIN.plusSeconds(60));
  private long number;

  private static LaneOrigin lane(LaneRole role) {
    return new LaneOrigin("1001", "002", "in", "lane-2", role);
  }

  private static Passage passage(Terms terms, boolean sum, boolean chosen, Flag... flags) {
    Evidence evidence =
        new Evidence(
            4711,
            Travel.FORWARD,
            50 * SECOND,
            60 * SECOND,
            Optional.empty(),
            chosen
                ? Optional.of(new Choice(Vehicles.TAG, 0.9, Optional.empty(), 0))
                : Optional.empty(),
            List.of(
                new TagEvidence(
                    Vehicles.TAG,
                    Optional.empty(),
                    51 * SECOND,
                    52 * SECOND,
                    4,
                    -50,
                    Map.of(1, 4L),
                    0.9)),
            List.of(),
            Flags.of(flags));
    Verdict.Answer answer =
        switch (terms) {
          case FREE -> Verdict.Answer.FREE;
          case TICKET -> Verdict.Answer.TICKET;
          case ENTRY -> Verdict.Answer.ENTRY;
          case MANUAL -> Verdict.Answer.MANUAL;
          default -> Verdict.Answer.CHARGE;
        };
    Verdict verdict =
        new Verdict(
            answer,
            "lists",
            Mode.DEGRADED,
            Optional.empty(),
            Optional.empty(),
            sum && answer == Verdict.Answer.CHARGE ? Optional.of(FARE) : Optional.empty(),
            Flags.NONE,
            Optional.of(new Way(Optional.empty(), sum ? List.of() : List.of("review:no-way"))));
    Grant grant = new Grant(evidence, verdict, 51 * SECOND, 53 * SECOND, Optional.empty());
    return new Passage(evidence, terms, Optional.of(grant), 58 * SECOND, Violation.RUN_THROUGH);
  }

  private JournalRecord kept(LaneOrigin origin, Passage passage) {
    return Vehicles.kept(
        new LaneRecords(new TollRecords(origin, Vehicles.PLAN, time), tag -> Optional.of("alpha"))
            .draft(passage, Optional.of(9L), Seen.NOTHING, Vehicles.PROVENANCE),
        ++number);
  }

  private Optional<Crossing> live(LaneOrigin origin, Passage passage, JournalRecord record) {
    return Crossings.of(
        origin, passage, time.at(passage.evidence().endedNanos()).wall(), record.id());
  }

  @Test
  void aRecordSaysTheSameAfterARestartAsThePassageDidWhenItHappened() {
    List<Flag[]> flags = new ArrayList<>();
    flags.add(new Flag[0]);
    flags.add(new Flag[] {LaneFlags.WEAK_TAG});
    LaneFlags.DOUBTS.forEach(doubt -> flags.add(new Flag[] {doubt}));
    int crossings = 0;
    for (LaneRole role : LaneRole.values()) {
      for (Terms terms : Terms.values()) {
        for (boolean sum : List.of(true, false)) {
          for (boolean chosen : List.of(true, false)) {
            for (Flag[] doubt : flags) {
              Passage passage = passage(terms, sum, chosen, doubt);
              JournalRecord record = kept(lane(role), passage);
              Optional<Crossing> then = live(lane(role), passage, record);
              assertThat(Crossings.of(record)).as("%s %s %s", role, terms, chosen).isEqualTo(then);
              crossings += then.isPresent() ? 1 : 0;
            }
          }
        }
      }
    }
    assertThat(crossings).isGreaterThan(50);
  }

  @Test
  void aPassageInDoubtLetsInDoubtfullyAndLetsNobodyOut() {
    for (Flag doubt : LaneFlags.DOUBTS) {
      Passage passage = passage(Terms.REVIEW, true, true, doubt);
      JournalRecord record = kept(lane(LaneRole.ENTRY), passage);
      assertThat(Crossings.of(record).orElseThrow().doubtful()).isTrue();
      assertThat(Crossings.of(kept(lane(LaneRole.EXIT), passage))).isEmpty();
    }
    Passage entry = passage(Terms.ENTRY, false, true);
    assertThat(Crossings.of(kept(lane(LaneRole.ENTRY), entry)).orElseThrow().doubtful()).isFalse();
    Passage noSum = passage(Terms.CHARGED, false, true);
    assertThat(Crossings.of(kept(lane(LaneRole.EXIT), noSum))).as("it has left").isPresent();
  }

  @Test
  void whatWasHeldBackAndChargedLaterLetsOutAsAnyOther() {
    Passage passage = passage(Terms.REVIEW, true, true, LaneFlags.HELD_BACK);
    JournalRecord record = kept(lane(LaneRole.EXIT), passage);
    assertThat(Crossings.of(record, false)).isEmpty();
    assertThat(Crossings.of(record, true).orElseThrow())
        .satisfies(
            crossing -> {
              assertThat(crossing.in()).isFalse();
              assertThat(crossing.doubtful()).isFalse();
            });
  }

  @Test
  void aLaneOfAnOpenSystemAndWhoRanThroughCrossNothing() {
    assertThat(Crossings.of(kept(lane(LaneRole.OPEN), passage(Terms.CHARGED, true, true))))
        .isEmpty();
    for (Terms terms : List.of(Terms.VIOLATION, Terms.FORCED_OPEN)) {
      assertThat(Crossings.of(kept(lane(LaneRole.EXIT), passage(terms, true, true)))).isEmpty();
    }
  }
}
