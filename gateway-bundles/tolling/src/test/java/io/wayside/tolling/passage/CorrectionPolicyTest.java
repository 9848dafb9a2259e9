// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.CorrectionPolicy.Refusal;
import io.wayside.tolling.passage.CorrectionPolicy.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CorrectionPolicyTest {

  private static final Instant NOW = Instant.parse("2026-11-21T05:00:00Z");

  private final Vehicles.Time time = new Vehicles.Time().at(NOW);
  private final TollRecords records = new TollRecords(Vehicles.LANE, Vehicles.PLAN, time);
  private final CorrectionPolicy policy = new CorrectionPolicy(Vehicles.PLAN, 60_000, 1_000_000);

  private JournalRecord passage(String mode) {
    Charge charge =
        Charge.of(new Priced.Sum(new Fare(54_000, "VND", "fares", List.of())), Optional.empty());
    PassageFacts facts = Vehicles.facts(time.monotonicNanos(), mode, Optional.of(2));
    return Vehicles.kept(records.passage(facts, charge, Vehicles.PROVENANCE), 42);
  }

  private static Wish wish(long after, String second) {
    return new Wish(
        "c-1",
        after,
        "VND",
        "charged-twice",
        "words",
        "anna",
        Optional.of(second).filter(s -> !s.isEmpty()));
  }

  private Optional<Refusal> refusal(String mode, Wish wish) {
    return policy.judge(passage(mode), List.of(), wish, NOW).refusal();
  }

  @Test
  void onePersonMayGiveBackALittle() {
    Correction correction =
        policy.judge(passage("online"), List.of(), wish(0, ""), NOW).correction().orElseThrow();
    assertThat(correction.act()).isEqualTo(Correction.Act.REVERSE);
    Draft draft = records.correction(correction, Vehicles.PROVENANCE);
    assertThat(Judge.faults("toll-correction/1", draft.body())).isEmpty();
    Fields body = new Fields(draft.body());
    assertThat(body.whole("minor")).contains(-54_000L);
    assertThat(body.member("of").whole("number")).contains(42L);
    assertThat(body.member("of").text("hash")).contains(String.format("%064x", 42));
  }

  @Test
  void whatWasEnteredByHandNeedsTwoPeople() {
    assertThat(refusal("manual", wish(0, ""))).contains(Refusal.SECOND_PERSON_NEEDED);
    assertThat(refusal("manual", wish(0, "anna"))).contains(Refusal.SECOND_PERSON_NEEDED);
    assertThat(refusal("manual", wish(0, "binh"))).isEmpty();
  }

  @Test
  void whoPaysMoreOrMuchIsGivenBackNeedsTwoPeople() {
    assertThat(refusal("online", wish(54_001, ""))).contains(Refusal.SECOND_PERSON_NEEDED);
    assertThat(refusal("online", wish(54_001, "binh"))).isEmpty();
    CorrectionPolicy strict = new CorrectionPolicy(Vehicles.PLAN, 10_000, 1_000_000);
    assertThat(strict.judge(passage("online"), List.of(), wish(43_999, ""), NOW).refusal())
        .contains(Refusal.SECOND_PERSON_NEEDED);
    assertThat(strict.judge(passage("online"), List.of(), wish(44_000, ""), NOW).refusal())
        .isEmpty();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(refusal("online", wish(54_000, "binh"))).contains(Refusal.NOTHING_CHANGES);
    assertThat(refusal("online", wish(-1, "binh"))).contains(Refusal.NEGATIVE_SUM);
    assertThat(refusal("online", wish(1_000_001, "binh"))).contains(Refusal.BEYOND_FARES);
    assertThat(refusal("online", wish(1_000_000, "binh"))).isEmpty();
    JournalRecord entry =
        Vehicles.kept(
            records.passage(
                Vehicles.facts(time.monotonicNanos(), "online", Optional.of(2)),
                Charge.entering(),
                Vehicles.PROVENANCE),
            8);
    assertThat(policy.judge(entry, List.of(), wish(54_000, "binh"), NOW).refusal())
        .contains(Refusal.NOTHING_CHARGED_HERE);
    assertThat(refusal("online", new Wish("c-1", 0, "EUR", "x", "", "a", Optional.empty())))
        .contains(Refusal.OTHER_CURRENCY);
    assertThat(refusal("online", new Wish("c-1", 0, "VND", " ", "", "a", Optional.empty())))
        .contains(Refusal.NO_REASON);
    PassageFacts facts = Vehicles.facts(time.monotonicNanos(), "online", Optional.of(2));
    JournalRecord abort = Vehicles.kept(records.abort(facts, "backed-out", Vehicles.PROVENANCE), 7);
    assertThat(policy.judge(abort, List.of(), wish(0, "binh"), NOW).refusal())
        .contains(Refusal.NOT_A_PASSAGE);
  }

  @Test
  void aChainOfCorrectionsEndsAtTheLastSum() {
    Random random = new Random(9);
    JournalRecord passage = passage("online");
    List<JournalRecord> corrections = new ArrayList<>();
    long now = 54_000;
    for (int i = 0; i < 500; i++) {
      long after = random.nextInt(4) * 20_000L;
      CorrectionPolicy.Answer answer = policy.judge(passage, corrections, wish(after, "binh"), NOW);
      if (after == now) {
        assertThat(answer.refusal()).contains(Refusal.NOTHING_CHANGES);
        continue;
      }
      Correction correction = answer.correction().orElseThrow();
      assertThat(correction.before()).isEqualTo(now);
      corrections.add(Vehicles.kept(records.correction(correction, Vehicles.PROVENANCE), 100 + i));
      now = after;
      assertThat(CorrectionPolicy.sum(new Fields(passage.body()).member("fare"), corrections))
          .isEqualTo(now);
    }
  }

  @Test
  void aCorrectionBelongsToTheShiftOfItsPassage() {
    JournalRecord passage = passage("online");
    Instant later = NOW.plusSeconds(2 * 86_400);
    Correction correction =
        policy.judge(passage, List.of(), wish(0, ""), later).correction().orElseThrow();
    assertThat(correction.shift()).hasToString("2026-11-21/1");
    assertThat(correction.late()).isTrue();
  }
}
