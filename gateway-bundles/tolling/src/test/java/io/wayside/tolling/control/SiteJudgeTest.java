// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.tolling.decision.Policy;
import io.wayside.tolling.entries.EntryBook;
import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.FareTable;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Passback;
import io.wayside.tolling.lane.LaneSituation;
import io.wayside.tolling.lane.Mode;
import io.wayside.tolling.lane.Travel;
import io.wayside.tolling.lane.Verdict;
import io.wayside.tolling.lane.Verdict.Answer;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.LaneRole;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteJudgeTest {

  private static final TagNumber ANNA = new TagNumber(KnownTags.ANNA, 96);
  private static final TagNumber BAO = new TagNumber(KnownTags.BAO, 96);
  private static final TagNumber NOBODY = new TagNumber("00a0ffffffffffffffffffff", 96);
  private static final TagNumber GOODS = new TagNumber("3034ffffffffffffffffffff", 96);

  private final SteppedTime time = new SteppedTime();
  private final KnownTags tags = new KnownTags();
  private boolean recording = true;
  private boolean officeSettles;

  private SiteJudge judge(long perTag, long perLane, String unlisted) throws GarbledData {
    Node document = LaneBench.document("policy-example");
    Policy shipped = Policy.from(document);
    Policy policy =
        new Policy(
            "test/1",
            "VND",
            shipped.lowBalance(),
            Policy.Leave.valueOf(unlisted),
            true,
            300,
            shipped.needed(),
            shipped.ages(),
            true,
            new Policy.Limits(perTag, perLane));
    FareTable fares = FareTable.from(LaneBench.document("fares-open-example"));
    return new SiteJudge(
        LaneBench.ORIGIN,
        policy,
        fares,
        new ClosedSystem(LaneBench.ORIGIN, fares, Optional.empty()),
        tags,
        time,
        () -> recording,
        new Chips(tags),
        officeSettles);
  }

  private Verdict ask(SiteJudge judge, TagNumber tag, boolean station) {
    return judge.judge(
        tag,
        new LaneSituation(time.monotonicNanos(), Travel.FORWARD, Optional.empty(), false, station));
  }

  @Test
  void aGoodTagIsChargedItsFareAndSaysOnWhichLists() throws Exception {
    Verdict verdict = ask(judge(1_000_000, 1_000_000, "HOLD"), ANNA, true);
    assertThat(verdict.answer()).isEqualTo(Answer.CHARGE);
    assertThat(verdict.fare().map(Fare::minor)).hasValue(38_000L);
    assertThat(verdict.mode()).isEqualTo(Mode.DEGRADED);
    assertThat(verdict.finding().orElseThrow().lists()).hasSize(3);
    assertThat(ask(judge(1_000_000, 1_000_000, "HOLD"), ANNA, false).mode()).isEqualTo(Mode.ISLAND);
  }

  @Test
  void onlyTagsThatMayPassStandForAVehicle() throws Exception {
    SiteJudge strict = judge(1, 1, "HOLD");
    assertThat(strict.know(ANNA).usable()).isTrue();
    assertThat(strict.know(NOBODY).usable()).isFalse();
    assertThat(strict.know(GOODS).usable()).isFalse();
    assertThat(judge(1, 1, "PASS").know(NOBODY).usable()).isTrue();
    assertThat(judge(1, 1, "PASS").know(GOODS).usable()).isFalse();
  }

  @Test
  void oneTagOwesNoMoreOnADayThanTheSiteSaysAndOnlyWhatHasPassedCounts() throws Exception {
    SiteJudge judge = judge(80_000, 10_000_000, "HOLD");
    for (int i = 0; i < 2; i++) {
      assertThat(ask(judge, ANNA, true).answer()).isEqualTo(Answer.CHARGE);
      assertThat(ask(judge, ANNA, true).answer()).as("went back").isEqualTo(Answer.CHARGE);
      judge.charged(ANNA, time.monotonicNanos());
      judge.charged(ANNA, time.monotonicNanos()); // nothing is open any more
    }
    assertThat(ask(judge, ANNA, true).rule()).isEqualTo("tag-limit");
    assertThat(ask(judge, BAO, true).answer()).isEqualTo(Answer.CHARGE);
  }

  @Test
  void theLanesOwnLimitCountsABusinessDay() throws Exception {
    SiteJudge judge = judge(10_000_000, 50_000, "HOLD");
    judge.owed(new LeftOpen.Owed(ANNA, time.now().wall(), 38_000, 7));
    assertThat(ask(judge, BAO, true).rule()).isEqualTo("lane-limit");
    // 10:00 plus 20 hours is the next business day, which begins at 06:00.
    time.to(20 * 3_600_000_000_000L);
    tags.asOf = time.now().wall();
    assertThat(ask(judge, BAO, true).answer()).isEqualTo(Answer.CHARGE);
  }

  @Test
  void theOfficesEntryIsUsedWhereNoneIsKnownHere() throws Exception {
    LaneOrigin exit = new LaneOrigin("1003", "001", "out", "lane-1", LaneRole.EXIT);
    FareTable fares = FareTable.from(LaneBench.document("fares-vn-130-2024-example"));
    EntryBook nobody = new EntryBook(Passback.CLOSE_OLD, 100);
    nobody.ready();
    SiteJudge judge =
        new SiteJudge(
            exit,
            Policy.from(LaneBench.document("policy-example")),
            fares,
            new ClosedSystem(exit, fares, Optional.of(nobody)),
            tags,
            time,
            () -> true,
            new Chips(tags),
            true);
    EntryPoint entry =
        new EntryPoint("1001", time.now().wall().minusSeconds(1_800), "gate-3/toll.lane-1/5");
    Verdict verdict =
        judge.judge(
            ANNA,
            new LaneSituation(
                time.monotonicNanos(),
                Travel.FORWARD,
                Optional.of(new LaneSituation.OfficeAnswer(true, "", Optional.of(entry))),
                true,
                true));
    assertThat(verdict.fare().map(Fare::minor)).hasValue(56_000L);
    KnownEntry used = verdict.way().orElseThrow().entry().orElseThrow();
    assertThat(used).isEqualTo(new KnownEntry(entry, KnownEntry.Source.OFFICE, false));
  }

  @Test
  void withoutAJournalNobodyIsLetPass() throws Exception {
    SiteJudge judge = judge(1_000_000, 1_000_000, "HOLD");
    recording = false;
    Verdict verdict = ask(judge, ANNA, true);
    assertThat(verdict.answer()).isEqualTo(Answer.HOLD);
    assertThat(verdict.rule()).isEqualTo("not-recorded");
    assertThat(verdict.fare()).isEmpty();
  }

  @Test
  void oldListsFlagTheVerdict() throws Exception {
    tags.asOf = Instant.parse("2026-11-19T00:00:00Z");
    Verdict verdict = ask(judge(1_000_000, 1_000_000, "HOLD"), ANNA, true);
    assertThat(verdict.rule()).isEqualTo("lists-old");
    assertThat(verdict.flags().toString()).contains("lists-stale");
  }
}
