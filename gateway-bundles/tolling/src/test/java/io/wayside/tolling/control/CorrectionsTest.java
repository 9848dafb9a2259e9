// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.command.Actor;
import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.CommandResult.Done;
import io.wayside.core.command.CommandResult.Refused;
import io.wayside.core.command.Permission;
import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.passage.PassageNumber;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.shift.LaneShift;
import io.wayside.tolling.shift.ShiftRecords;
import io.wayside.tolling.shift.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the bench Anna's passage costs 38 000; up to 60 000 one person may give back alone. */
class CorrectionsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @TempDir Path folder;
  private LaneBench bench;
  private Corrections corrections;
  private final List<Shift> late = new ArrayList<>();
  private final List<Long> charged = new ArrayList<>();

  @BeforeEach
  void onePassage() throws Exception {
    bench = new LaneBench(folder).start().pass(2_000);
    bench.arrives(KnownTags.ANNA).leaves().pass(1_000);
    corrections = corrections(Runnable::run);
  }

  private Corrections corrections(Executor slow) {
    return new Corrections(bench.parts(), bench.line, bench.turns, late::add, charged::add, slow);
  }

  private static Command command(String verb, String who, FieldsBuilder arguments) {
    return new Command(
        "command-of-" + who,
        "station.lane-1",
        verb,
        arguments.build(),
        new Actor(who, "cli", Set.of(Permission.OPERATE)),
        "the tag passed once",
        Instant.MAX);
  }

  private static Command wish(String id, String who, String passage, long after) {
    return command(
        "correct",
        who,
        Value.Fields.with("id", id)
            .and("passage", passage)
            .and("after", after)
            .and("code", "charged-twice"));
  }

  private CommandResult correct(String id, String who, String passage, long after) {
    return corrections.correct(wish(id, who, passage, after));
  }

  private CommandResult agree(String id, String who) {
    return corrections.agree(command("agree", who, Value.Fields.with("id", id)));
  }

  private static void refused(CommandResult result, String code, String... words) {
    assertThat(result)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(code);
              List.of(words).forEach(word -> assertThat(refused.message()).contains(word));
            });
  }

  private static Fields done(CommandResult result, String when) {
    assertThat(result).isInstanceOf(Done.class);
    Fields answer = new Fields(((Done) result).answer());
    assertThat(answer.text("when")).hasValue(when);
    return answer;
  }

  private long passage() {
    return bench.records("toll-passage").get(0).id().sequence();
  }

  private String named() {
    return "gate-7/toll.lane-1/" + passage();
  }

  @Test
  void aCorrectionIsARecordOfTheLaneWithTheNextNumber() {
    long newest = bench.journal.all("toll.lane-1").size();
    Fields answer = done(correct("c-1", "anna", named(), 0), "now");
    assertThat(answer.text("record")).hasValue("gate-7/toll.lane-1/" + (newest + 1));
    JournalRecord record = bench.records("toll-correction").get(0);
    assertThat(record.id().sequence()).isEqualTo(newest + 1);
    assertThat(Judge.faults("toll-correction/1", record.body())).isEmpty();
    Fields body = new Fields(record.body());
    assertThat(body.whole("minor")).hasValue(-38_000L);
    assertThat(body.text("actor")).hasValue("anna (cli)");
    assertThat(body.text("words")).hasValue("the tag passed once");
    assertThat(body.text("direction")).hasValue("forward");
    assertThat(body.member("of").whole("number")).hasValue(passage());
    assertThat(late).isEmpty();
  }

  @Test
  void whatSomebodyLetsCostSomethingIsToldToTheLanesBeside() {
    done(correct("c-1", "anna", named(), 0), "now");
    assertThat(charged).isEmpty();
    done(correct("c-2", "anna", named(), 20_000), "waits-for-second");
    done(agree("c-2", "binh"), "now");
    assertThat(charged).containsExactly(passage());
  }

  @Test
  void aRecordThatCouldNotBeReadOnceIsReadAgain() {
    done(correct("c-1", "anna", named(), 0), "now");
    long correction = bench.records("toll-correction").get(0).id().sequence();
    corrections = corrections(Runnable::run); // of a later run of the gateway
    bench.journal.unreadable(correction);
    refused(correct("c-1", "anna", named(), 0), "journal-unread");
    bench.journal.unreadable(0);
    done(correct("c-1", "anna", named(), 0), "already");
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  @Test
  void thePassageIsFoundByEachOfItsNames() {
    done(correct("c-1", "anna", "toll.lane-1/" + passage(), 1_000), "now");
    String number = PassageNumber.of("0017", "001", DAY, passage()).toString();
    done(correct("c-2", "anna", number, 500), "now");
    assertThat(new Fields(bench.records("toll-correction").get(1).body()).whole("beforeMinor"))
        .hasValue(1_000L);
  }

  @Test
  void whatIsNoPassageOfThisLaneIsRefusedWithItsPlace() {
    refused(correct("c", "anna", "gate-7/toll.lane-1/999", 0), "unknown-passage", "999", "last");
    refused(correct("c", "anna", "toll.lane-1/0", 0), "unknown-passage");
    refused(correct("c", "anna", "gate-8/toll.lane-1/2", 0), "other-lane", "gateway gate-8");
    refused(correct("c", "anna", "toll.lane-2/2", 0), "other-lane", "toll.lane-2", "lane-1");
    refused(
        correct("c", "anna", PassageNumber.of("0017", "002", DAY, 2).toString(), 0),
        "other-lane",
        "lane 002");
    refused(
        correct("c", "anna", PassageNumber.of("0017", "001", DAY.minusDays(1), 2).toString(), 0),
        "unknown-passage");
    refused(correct("c", "anna", "the last one", 0), "wrong-argument", "GATEWAY/STREAM/NUMBER");
    refused(correct("c", "anna", "toll.lane-1/1", 0), "not-a-passage", "toll-grant/1");
    assertThat(bench.records("toll-correction")).isEmpty();
  }

  @Test
  void sumsThatCannotBeAreRefused() {
    refused(correct("c", "anna", named(), -1), "negative-sum", "-1 VND", "0 gives");
    refused(correct("c", "anna", named(), 38_000), "nothing-changes", "38000 VND");
    refused(correct("c", "anna", named(), 195_001), "beyond-fares", "195000 VND");
    refused(correct("c", "local", named(), 0), "name-missing");
    refused(correct("c", "", named(), 0), "name-missing");
    refused(
        corrections.correct(command("correct", "anna", Value.Fields.with("passage", named()))),
        "wrong-argument",
        "after");
    refused(correct("c/1", "anna", named(), 0), "wrong-argument", "id");
    assertThat(bench.records("toll-correction")).isEmpty();
  }

  @Test
  void theSameIdIsWrittenOnceAlsoAfterARestart() {
    Fields first = done(correct("c-1", "anna", named(), 0), "now");
    Fields again = done(correct("c-1", "anna", named(), 0), "already");
    assertThat(again.text("record")).isEqualTo(first.text("record"));
    refused(correct("c-1", "anna", named(), 5_000), "id-reused", "new id");
    refused(correct("c-2", "binh", named(), 0), "nothing-changes");
    corrections = corrections(Runnable::run);
    done(correct("c-1", "anna", named(), 0), "already");
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  @Test
  void whoPaysMoreIsCorrectedByTwoPeople() {
    Fields asked = done(correct("c-1", "anna", named(), 54_000), "waits-for-second");
    assertThat(asked.whole("withinS")).hasValue(3_600L);
    assertThat(bench.records("toll-correction")).isEmpty();
    refused(agree("c-1", "Anna "), "second-person-needed", "somebody else");
    refused(agree("c-9", "binh"), "unknown-correction", "c-9");
    done(agree("c-1", "binh"), "now");
    done(agree("c-1", "binh"), "already");
    Fields body = new Fields(bench.records("toll-correction").get(0).body());
    assertThat(body.text("actor")).hasValue("anna (cli)");
    assertThat(body.text("second")).hasValue("binh (cli)");
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  @Test
  void aWishWaitsAnHourForItsSecondPerson() {
    done(correct("c-1", "anna", named(), 54_000), "waits-for-second");
    refused(correct("c-1", "chi", named(), 81_000), "id-reused", "anna (cli)");
    bench.pass(3_600_001);
    refused(agree("c-1", "binh"), "unknown-correction");
  }

  @Test
  void aCorrectionAfterItsShiftIsToldToTheShiftsClerk() {
    bench.tags.asOf = bench.tags.asOf.plusSeconds(5 * 3_600);
    bench.pass(5 * 3_600_000L);
    Fields answer = done(correct("c-1", "anna", named(), 0), "now");
    assertThat(answer.truth("postedLate")).isTrue();
    assertThat(late).containsExactly(new Shift(DAY, 1));
  }

  @Test
  void aLateCorrectionIsInTheShiftsReportAlsoWhenTheProcessDiedBeforeThat() throws Exception {
    bench.tags.asOf = bench.tags.asOf.plusSeconds(5 * 3_600);
    bench.pass(5 * 3_600_000L);
    bench.clerk().look();
    done(correct("c-1", "anna", named(), 0), "now");
    bench.kill();
    bench.start().clerk().look();
    bench.clerk().look();
    bench.kill();
    bench.start().clerk().look();
    List<JournalRecord> reports = bench.journal.all("toll-shift.0017");
    assertThat(reports).hasSize(2);
    Fields report = new Fields(reports.get(1).body());
    assertThat(report.whole("revision")).hasValue(2L);
    assertThat(report.each("corrections").get(0).whole("minor")).hasValue(-38_000L);
    assertThat(report.each("sums").get(0).whole("minor")).hasValue(0L);
    assertThat(report.each("differences"))
        .extracting(one -> one.text("what").orElse(""))
        .doesNotContain("commits", "sums", "loops");
  }

  /** Of other lanes of the station, a month long. */
  @Test
  void aLateCorrectionIsInTheReportHoweverManyWereWrittenSince() throws Exception {
    bench.tags.asOf = bench.tags.asOf.plusSeconds(5 * 3_600);
    bench.pass(5 * 3_600_000L);
    bench.clerk().look();
    ShiftRecords others = new ShiftRecords(bench.time);
    for (int i = 0; i < 600; i++) {
      Shift shift = new Shift(DAY.plusDays(1L + i), 1);
      bench
          .journal
          .append(
              others.lane(
                  new LaneShift("0017", "toll.lane-9", shift).report(),
                  Span.of(bench.settings().shifts(), shift),
                  1,
                  new Provenance("0.1.0", "0", "none")))
          .join();
    }
    done(correct("c-1", "anna", named(), 0), "now");
    bench.clerk().late(new Shift(DAY, 1)); // a desk of the test heard of it, not this clerk
    bench.clerk().look();
    List<JournalRecord> reports = bench.journal.all("toll-shift.0017");
    assertThat(reports).hasSize(602);
    Fields report = new Fields(reports.get(601).body());
    assertThat(report.whole("revision")).hasValue(2L);
    assertThat(report.each("corrections").get(0).whole("minor")).hasValue(-38_000L);
  }

  @Test
  void whileTheJournalTakesNothingNothingIsPromised() {
    bench.journal.slow();
    assertThat(correct("c-1", "anna", named(), 0))
        .isInstanceOfSatisfying(
            CommandResult.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo("not-durable-yet"));
    refused(correct("c-1", "anna", named(), 0), "under-way", "same id");
    bench.journal.sync();
    done(correct("c-1", "anna", named(), 0), "already");
    assertThat(bench.records("toll-correction")).hasSize(1);
    bench.journal.failing(new JournalException.Unavailable("the disk is gone; look at it"));
    refused(correct("c-2", "anna", named(), 5), "journal-unread", "disk is gone");
  }

  @Test
  void correctionsFarBehindTheirPassageAreFoundSliceBySlice() throws Exception {
    Random random = new Random(4);
    long cost = 38_000;
    String wanted = named();
    for (int i = 0; i < 12; i++) {
      for (int other = random.nextInt(4); other > 0; other--) {
        bench.pass(200_000).arrives(KnownTags.BAO).leaves().pass(1_000);
      }
      long after = cost == 0 ? 1_000 : 0;
      done(correct("c-" + i, "anna", wanted, after), after > cost ? "waits-for-second" : "now");
      if (after > cost) {
        done(agree("c-" + i, "binh"), "now");
      }
      cost = after;
    }
    Queue<Runnable> tasks = new ArrayDeque<>();
    CorrectionIndex index = new CorrectionIndex("toll.lane-1", bench.journal, tasks::add);
    var found = index.of(bench.records("toll-passage").get(0).id());
    while (!found.isDone()) {
      tasks.remove().run();
    }
    assertThat(found.get()).isEqualTo(bench.records("toll-correction"));
    assertThat(Optional.of(found.get().size())).hasValue(12);
  }
}
