// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.book.Finding;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.book.Standing;
import io.wayside.tolling.book.Ticket;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.lane.Choice;
import io.wayside.tolling.lane.Evidence;
import io.wayside.tolling.lane.LaneFlags;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneOutcome.Abort;
import io.wayside.tolling.lane.LaneOutcome.Grant;
import io.wayside.tolling.lane.LaneOutcome.Passage;
import io.wayside.tolling.lane.LaneOutcome.Terms;
import io.wayside.tolling.lane.LaneOutcome.Violation;
import io.wayside.tolling.lane.LaneOutcome.Why;
import io.wayside.tolling.lane.Mark;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.TagEvidence;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LaneRecordsTest {

  private static final long SECOND = Vehicles.SECOND;
  private static final Fare FARE = new Fare(54_000, "VND", "fares", List.of("group:2"));

  private final Vehicles.Time time = new Vehicles.Time().at(Vehicles.ORIGIN.plusSeconds(60));
  private final LaneRecords records =
      new LaneRecords(
          new TollRecords(Vehicles.LANE, Vehicles.PLAN, time), tag -> Optional.of("vetc"));

  private static Evidence evidence(Flag... flags) {
    return new Evidence(
        4711,
        Travel.FORWARD,
        50 * SECOND,
        60 * SECOND,
        Optional.of("00112233445566778899aabbccddeeff"),
        Optional.of(new Choice(Vehicles.TAG, 0.9, Optional.empty(), 0)),
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
        List.of(new Mark(50 * SECOND, "arming-on"), new Mark(60 * SECOND, "safety-off")),
        Flags.of(flags));
  }

  private static Verdict verdict(Verdict.Answer answer, Optional<Fare> fare) {
    Finding finding =
        new Finding(
            Standing.GOOD,
            Optional.of("vetc"),
            Optional.of(2),
            answer == Verdict.Answer.FREE ? Optional.of("ambulance") : Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(new ListInForce("vetc", "accounts", 12, Vehicles.ORIGIN)));
    Optional<Ticket> ticket =
        answer == Verdict.Answer.TICKET
            ? Optional.of(
                new Ticket("monthly", "0017", 2, LocalDate.EPOCH, LocalDate.of(2030, 1, 1)))
            : Optional.empty();
    return new Verdict(
        answer, "lists", Mode.DEGRADED, Optional.of(finding), ticket, fare, Flags.NONE);
  }

  private static Grant grant(Verdict.Answer answer, Optional<Fare> fare) {
    return new Grant(evidence(), verdict(answer, fare), 51 * SECOND, 53 * SECOND, Optional.empty());
  }

  private Draft draft(LaneOutcome outcome) {
    Draft draft = records.draft(outcome, Optional.of(9L), Seen.NOTHING, Vehicles.PROVENANCE);
    assertThat(Judge.faults(draft.kind().toString(), draft.body())).isEmpty();
    return draft;
  }

  private static Passage passage(Terms terms, Optional<Grant> grant) {
    return new Passage(
        evidence(),
        terms,
        grant,
        58 * SECOND,
        terms == Terms.VIOLATION ? Violation.TAILGATING : Violation.NONE);
  }

  @Test
  void onlyAChargedPassageWithAFareCharges() {
    for (Terms terms : Terms.values()) {
      for (Verdict.Answer answer : Verdict.Answer.values()) {
        boolean sums = answer == Verdict.Answer.CHARGE || answer == Verdict.Answer.MANUAL;
        for (Optional<Fare> fare : List.of(Optional.of(FARE), Optional.<Fare>empty())) {
          Draft draft =
              draft(passage(terms, Optional.of(grant(answer, sums ? fare : Optional.empty()))));
          Fields body = new Fields(draft.body());
          boolean charged = body.member("fare").isThere();
          boolean granted =
              List.of(Terms.CHARGED, Terms.MANUAL, Terms.FREE, Terms.TICKET).contains(terms);
          boolean may = granted && sums && fare.isPresent();
          assertThat(charged).as("%s %s %s", terms, answer, fare).isEqualTo(may);
          assertThat(draft.importance())
              .isEqualTo(terms == Terms.VIOLATION ? Importance.ENFORCEMENT : Importance.MONEY);
        }
      }
    }
  }

  @Test
  void aPassageWithoutAGrantIsForAPerson() {
    for (Terms terms : List.of(Terms.CHARGED, Terms.FREE, Terms.TICKET, Terms.MANUAL)) {
      Fields body = new Fields(draft(passage(terms, Optional.empty())).body());
      assertThat(body.text("payment")).contains("review");
      assertThat(body.member("fare").isThere()).isFalse();
    }
  }

  @Test
  void aRecordSaysWhatTheLaneKnew() {
    Draft draft =
        draft(passage(Terms.CHARGED, Optional.of(grant(Verdict.Answer.CHARGE, Optional.of(FARE)))));
    Fields body = new Fields(draft.body());
    assertThat(draft.kind()).isEqualTo(TollRecords.PASSAGE);
    assertThat(body.text("vehicle")).contains("4711");
    assertThat(body.whole("grant")).contains(9L);
    assertThat(body.number("openedS")).contains(-10.0);
    assertThat(body.member("decision").number("atS")).contains(-7.0);
    assertThat(body.member("decision").text("mode")).contains("degraded");
    assertThat(body.member("decision").whole("group")).contains(2L);
    assertThat(body.member("decision").each("lists")).hasSize(1);
    assertThat(body.each("tags").get(0).truth("chosen")).isTrue();
    assertThat(body.each("tags").get(0).text("issuer")).contains("vetc");
    assertThat(body.each("timeline").get(1).text("what")).contains("safety-off");
  }

  @Test
  void abortsAndUnprovenAreKindsOfTheirOwn() {
    Grant grant = grant(Verdict.Answer.CHARGE, Optional.of(FARE));
    for (Why why : Why.values()) {
      Draft draft = draft(new Abort(evidence(), why, Optional.of(grant)));
      assertThat(draft.kind())
          .isEqualTo(why == Why.UNPROVEN ? TollRecords.UNPROVEN : TollRecords.ABORT);
    }
    assertThat(
            new Fields(draft(new Abort(evidence(), Why.BACKED_OUT, Optional.empty())).body())
                .text("reason"))
        .contains("backed-out");
  }

  @Test
  void theMomentOfADecisionBeforeARestartIsNotMadeUp() {
    Passage recovered =
        new Passage(
            evidence(LaneFlags.RECOVERED),
            Terms.CHARGED,
            Optional.of(grant(Verdict.Answer.CHARGE, Optional.of(FARE))),
            58 * SECOND,
            Violation.NONE);
    Fields body = new Fields(draft(recovered).body());
    assertThat(body.member("decision").number("atS")).isEmpty();
    assertThat(body.member("fare").whole("minor")).contains(54_000L);
  }

  @Test
  void openGrantsComeBackWithTheirMoneyAndEndedOnesDoNot() {
    List<JournalRecord> last = new ArrayList<>();
    List<Verdict.Answer> answers =
        List.of(Verdict.Answer.CHARGE, Verdict.Answer.FREE, Verdict.Answer.TICKET);
    for (Verdict.Answer answer : answers) {
      Grant grant =
          grant(answer, answer == Verdict.Answer.CHARGE ? Optional.of(FARE) : Optional.empty());
      last.add(
          Vehicles.kept(
              records.draft(grant, Optional.empty(), Seen.NOTHING, Vehicles.PROVENANCE),
              last.size() + 1L));
    }
    JournalRecord end =
        Vehicles.kept(
            records.draft(
                new Abort(evidence(), Why.BACKED_OUT, Optional.empty()),
                Optional.of(2L),
                Seen.NOTHING,
                Vehicles.PROVENANCE),
            4);
    List<OpenGrants.Numbered> all = OpenGrants.in(last, Vehicles.ORIGIN.plusSeconds(63));
    assertThat(all).hasSize(3);
    Grant charged = all.get(0).grant().grant();
    assertThat(all.get(0).grant().ageNanos()).isEqualTo(10 * SECOND);
    assertThat(charged.vehicle()).isEqualTo(4711);
    assertThat(charged.evidence().choice().map(Choice::tag)).contains(Vehicles.TAG);
    assertThat(charged.evidence().beganNanos()).isEqualTo(50 * SECOND);
    assertThat(charged.verdict().fare()).contains(FARE);
    assertThat(charged.verdict().mode()).isEqualTo(Mode.DEGRADED);
    assertThat(Charges.expected(all.get(2).grant().grant().verdict()))
        .isEqualTo(Charge.free(Payment.TICKET, "monthly"));
    last.add(end);
    assertThat(OpenGrants.in(last, Vehicles.ORIGIN))
        .extracting(OpenGrants.Numbered::number)
        .containsExactly(1L, 3L);
  }
}
