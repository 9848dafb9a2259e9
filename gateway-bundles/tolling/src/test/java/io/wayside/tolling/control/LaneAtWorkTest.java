// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.lane.LaneEvent;
import io.wayside.tolling.lane.LaneOrder;
import io.wayside.tolling.lane.LaneState;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaneAtWorkTest {

  @TempDir Path folder;

  private LaneBench begun() throws Exception {
    return new LaneBench(folder).start().pass(2_000);
  }

  @Test
  void aKnownTagIsRaisedForAndChargedOnceWithTheNumberOfItsGrant() throws Exception {
    LaneBench bench = begun();
    assertThat(bench.raise.isOn()).as("closed when nothing is there").isFalse();
    bench.arrives(KnownTags.ANNA);
    assertThat(bench.raise.isOn()).isTrue();
    assertThat(bench.green.isOn()).isTrue();
    bench.leaves().pass(1_000);
    assertThat(bench.raise.isOn()).isFalse();
    Fields passage = bench.only("toll-passage");
    assertThat(passage.whole("grant")).hasValue(bench.records("toll-grant").get(0).id().sequence());
    assertThat(passage.text("payment")).hasValue("account");
    assertThat(passage.member("fare").whole("minor")).hasValue(38_000L);
    assertThat(passage.member("decision").text("mode")).hasValue("degraded");
    for (JournalRecord record : bench.journal.all("toll.lane-1")) {
      assertThat(Judge.faults(record.kind().toString(), record.body())).isEmpty();
    }
    assertThat(bench.kept).containsExactly("Grant 1", "Passage 2");
    assertThat(bench.healthCode()).isEqualTo("ok");
  }

  @Test
  void theBarrierRisesBeforeTheRecordIsKeptAndNothingIsCommittedBeforeIt() throws Exception {
    LaneBench bench = begun();
    bench.journal.slow();
    bench.arrives(KnownTags.ANNA);
    assertThat(bench.raise.isOn()).isTrue();
    bench.leaves();
    assertThat(bench.kept).isEmpty();
    assertThat(bench.works().view().committed()).isZero();
    bench.journal.sync();
    assertThat(bench.records("toll-passage")).as("it waits for its grant's number").isEmpty();
    bench.journal.sync();
    bench.pass(100);
    assertThat(bench.works().view().committed()).isOne();
    assertThat(bench.only("toll-passage").whole("grant")).hasValue(1L);
  }

  @Test
  void aStolenTagIsHeldAndMayNotPass() throws Exception {
    LaneBench bench = begun();
    bench.arrives(KnownTags.THIEF);
    assertThat(bench.raise.isOn()).isFalse();
    assertThat(bench.works().view().state()).isEqualTo(LaneState.HOLD);
    assertThat(bench.works().view().notice()).isEqualTo("stolen");
    bench.leaves();
    assertThat(bench.only("toll-violation").text("reason")).hasValue("run-through");
    assertThat(bench.siren.wishes).contains(true);
    assertThat(bench.siren.isOn()).isFalse();
  }

  @Test
  void nobodyIsLetPassWhileTheJournalTakesNothingAndNothingIsLostOrDoubled() throws Exception {
    LaneBench bench = begun();
    bench.arrives(KnownTags.ANNA);
    bench.journal.failing(new JournalException.Full("no space is left; free some"));
    bench.leaves().pass(3_000);
    assertThat(bench.healthCode()).isEqualTo("records-waiting");
    assertThat(bench.works().view().committed()).isZero();
    bench.arrives(KnownTags.BAO);
    assertThat(bench.raise.isOn()).isFalse();
    assertThat(bench.works().view().notice()).isEqualTo("not-recorded");
    bench.journal.failing(null);
    bench.pass(2_000);
    assertThat(bench.records("toll-passage")).hasSize(1);
    CompletableFuture<Optional<String>> refusal = new CompletableFuture<>();
    bench.inbox.ordered(
        new Letter.Order(
            new LaneEvent.Retry(bench.time.monotonicNanos(), Optional.of("anna")), refusal));
    bench.hears(KnownTags.BAO, LaneBench.LANE, -54, 2_000);
    assertThat(refusal.join()).isEmpty();
    assertThat(bench.raise.isOn()).isTrue();
    bench.leaves();
    assertThat(bench.records("toll-passage")).hasSize(2);
    assertThat(bench.healthCode()).isEqualTo("ok");
  }

  @Test
  void aReaderThatIsLostHoldsAndIsHeardAgainByItsHealth() throws Exception {
    LaneBench bench = begun();
    bench.reader.lost();
    bench.arming.is(true);
    bench.pass(2_000);
    assertThat(bench.works().view().notice()).isEqualTo("reader-lost");
    assertThat(bench.healthCode()).isEqualTo("reader-lost");
    bench.reader.back();
    bench.pass(1_000);
    assertThat(bench.works().view().readerLost()).isFalse();
  }

  @Test
  void whatALaneWasToldToBeOutlivesARestart() throws Exception {
    LaneBench bench = begun();
    new KeptOrder(folder.resolve("lane-1.order")).keep(LaneOrder.MAINTAIN);
    bench.kill();
    bench.start().pass(500);
    assertThat(bench.works().view().state()).isEqualTo(LaneState.MAINTENANCE);
    assertThat(bench.reader.radio).isFalse();
  }

  @Test
  void aClosedLaneHasItsRadioOffHoweverOftenThatMustBeTried() throws Exception {
    LaneBench bench = begun();
    assertThat(bench.reader.radio).isTrue();
    bench.reader.refusing = true;
    bench.inbox.ordered(
        new Letter.Order(
            new LaneEvent.Order(bench.time.monotonicNanos(), LaneOrder.CLOSE, "anna"),
            new CompletableFuture<>()));
    bench.pass(1_000);
    assertThat(bench.reader.radio).isTrue();
    assertThat(bench.healthCode()).isEqualTo("radio-not-as-wished");
    bench.reader.refusing = false;
    bench.pass(1_000);
    assertThat(bench.reader.radio).isFalse();
    assertThat(bench.works().view().state()).isEqualTo(LaneState.CLOSED);
  }

  @Test
  void anOutputThatDoesNotObeyIsSaidAndTriedAgain() throws Exception {
    LaneBench bench = begun();
    bench.raise.broken(true);
    bench.arrives(KnownTags.ANNA).pass(500);
    assertThat(bench.healthCode()).isEqualTo("output-lost");
    bench.raise.broken(false);
    bench.pass(500);
    assertThat(bench.raise.isOn()).isTrue();
  }

  @Test
  void outputsFallWhenTheThreadHangsAndWhenItStops() throws Exception {
    LaneBench bench = begun();
    bench.arrives(KnownTags.ANNA);
    assertThat(bench.green.isOn()).isTrue();
    bench.time.to(bench.time.monotonicNanos() + 2_000 * LaneBench.MS); // nobody steps
    assertThat(bench.green.isOn()).isFalse();
    assertThat(bench.red.isOn()).as("its safe state").isTrue();
    bench.pass(200);
    assertThat(bench.green.isOn()).as("held again").isTrue();
    bench.close();
    assertThat(bench.green.isHeld()).isFalse();
    assertThat(bench.raise.isHeld()).isFalse();
  }

  @Test
  void eachHourAndEachShiftHaveTheirRecord() throws Exception {
    LaneBench bench = begun();
    bench.arrives(KnownTags.ANNA).leaves();
    bench.tags.asOf = bench.tags.asOf.plusSeconds(4 * 3_600);
    bench.pass(4 * 3_600_000L + 60_000); // over 14:00, where the shift changes
    var hours = bench.journal.all("toll-health.lane-1");
    assertThat(hours).hasSize(4);
    Fields first = new Fields(hours.get(0).body());
    assertThat(first.whole("vehicles")).hasValue(1L);
    assertThat(first.whole("withTag")).hasValue(1L);
    assertThat(first.whole("safetyPulses")).hasValue(1L);
    assertThat(first.number("decisionP99Ms").orElseThrow()).isBetween(0.0, 100.0);
    for (JournalRecord hour : hours) {
      assertThat(Judge.faults("toll-ghosts/1", hour.body())).isEmpty();
    }
    bench.clerk().look();
    assertThat(bench.journal.all("toll-shift.0017")).as("two minutes of patience").isEmpty();
    bench.pass(120_000);
    bench.clerk().look();
    bench.clerk().look();
    var shifts = bench.journal.all("toll-shift.0017");
    assertThat(shifts).hasSize(1);
    Fields shift = new Fields(shifts.get(0).body());
    assertThat(Judge.faults("toll-shift/1", shifts.get(0).body())).isEmpty();
    assertThat(shift.whole("passages")).hasValue(1L);
    assertThat(shift.member("counted").whole("unexplained")).hasValue(0L);
    assertThat(shift.member("counted").whole("passed")).hasValue(1L);
    assertThat(shift.member("counted").whole("chargedMinor")).hasValue(38_000L);
    bench
        .clerk()
        .late(new io.wayside.tolling.passage.Shift(java.time.LocalDate.of(2026, 11, 21), 1));
    bench.clerk().look();
    assertThat(new Fields(bench.journal.all("toll-shift.0017").get(1).body()).whole("revision"))
        .hasValue(2L);
  }
}
