// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.plaza.Plaza;
import io.wayside.tolling.plaza.PlazaMessage;
import io.wayside.tolling.plaza.PlazaRules;
import io.wayside.tolling.tag.TagNumber;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passage while the station's network is down, and what becomes of it when it is back. */
class LateChargesTest {

  @TempDir Path folder;
  private final Plaza other = new Plaza(PlazaRules.usual(), "0017", "lane-2", 1, List.of("lane-1"));
  private boolean network;
  private LaneBench bench;
  private long boot;

  private void begin() throws Exception {
    bench = new LaneBench(folder);
    plug();
    bench.start().pass(2_000);
  }

  private void plug() {
    boot++;
    bench.plaza =
        Optional.of(
            new PlazaTalk(
                new Plaza(PlazaRules.usual(), "0017", "lane-1", boot, List.of("lane-2")),
                this::carry));
  }

  private void carry(PlazaMessage message) {
    if (network) {
      other.hear(message, bench.time.monotonicNanos());
      reply(other.answers());
    }
  }

  private void reply(List<PlazaMessage> messages) {
    if (network) {
      messages.forEach(each -> bench.works().run().plazaHeard(each));
    }
  }

  private void pass(long ms) {
    for (long left = ms; left > 0; left -= 500) {
      bench.pass(500);
      reply(other.repeat(bench.time.monotonicNanos()));
    }
  }

  private void annaPasses() {
    bench.arrives(KnownTags.ANNA).leaves().pass(500);
  }

  private JournalRecord passage() {
    assertThat(bench.records("toll-passage")).hasSize(1);
    return bench.records("toll-passage").get(0);
  }

  @Test
  void itIsForReviewUntilTheOtherLaneWasAskedAndChargedThen() throws Exception {
    begin();
    annaPasses();
    assertThat(bench.only("toll-passage").text("payment")).hasValue("review");
    assertThat(bench.only("toll-passage").texts("flags")).contains("held-back", "unarbitrated");
    pass(60_000);
    assertThat(bench.records("toll-correction")).isEmpty();

    network = true;
    pass(5_000);
    Fields correction = bench.only("toll-correction");
    assertThat(Judge.faults("toll-correction/1", (Value.Fields) correction.value())).isEmpty();
    assertThat(correction.member("of").whole("number")).hasValue(passage().id().sequence());
    assertThat(correction.member("of").text("hash")).hasValue(passage().hash());
    assertThat(correction.whole("minor"))
        .isPresent()
        .isEqualTo(bench.only("toll-grant").member("fare").whole("minor"));
    assertThat(correction.whole("beforeMinor")).hasValue(0L);
    assertThat(correction.text("reason")).hasValue("arbitrated-late");
    assertThat(correction.text("actor")).hasValue("lane-1");
    assertThat(correction.text("second")).hasValue("lane-2");
    assertThat(bench.works().run().judge().owes()).isEqualTo(correction.whole("minor").get());
    pass(60_000);
    assertThat(bench.records("toll-correction")).as("once").hasSize(1);
  }

  @Test
  void whatAVehicleInTheOtherLaneMayHaveCarriedStaysForReview() throws Exception {
    begin();
    other.say(
        new LaneAct.Announce(new TagNumber(KnownTags.ANNA, 96), 0.9, true),
        bench.time.monotonicNanos());
    annaPasses();
    pass(20_000);
    network = true;
    pass(60_000);
    assertThat(bench.records("toll-correction")).isEmpty();
  }

  @Test
  void aRestartForgetsNothing() throws Exception {
    begin();
    annaPasses();
    bench.kill();
    plug();
    bench.start();
    network = true;
    pass(20_000);
    assertThat(bench.records("toll-correction")).hasSize(1);
    bench.kill();
    plug();
    bench.start();
    pass(60_000);
    assertThat(bench.records("toll-correction")).as("once").hasSize(1);
  }

  /** More records than a lane begins with stand behind the passage. */
  @Test
  void howeverMuchWasWrittenSinceItIsNotForgotten() throws Exception {
    begin();
    annaPasses();
    long passage = passage().id().sequence();
    fill(2_600);
    bench.kill();
    plug();
    bench.start();
    network = true;
    pass(20_000);
    assertThat(bench.only("toll-correction").member("of").whole("number")).hasValue(passage);
    bench.kill();
    fill(2_600);
    plug();
    bench.start();
    pass(60_000);
    assertThat(bench.records("toll-correction")).as("once").hasSize(1);
  }

  @Test
  void whatWasChargedLateIsOwedAfterARestartToo() throws Exception {
    begin();
    annaPasses();
    pass(20_000);
    network = true;
    pass(5_000);
    long minor = bench.only("toll-correction").whole("minor").orElseThrow();
    assertThat(bench.works().run().judge().owes()).isEqualTo(minor).isPositive();
    for (int filled : List.of(0, 2_600)) {
      fill(filled);
      bench.kill();
      plug();
      bench.start();
      pass(2_000);
      assertThat(bench.works().run().judge().owes()).isEqualTo(minor);
    }
  }

  @Test
  void aJournalThatCannotBeReadThatFarIsReadLater() throws Exception {
    begin();
    annaPasses();
    long passage = passage().id().sequence();
    fill(2_600);
    bench.kill();
    plug();
    bench.journal.unreadable(passage);
    bench.start();
    network = true;
    pass(5_000);
    assertThat(bench.records("toll-correction")).isEmpty();
    bench.journal.unreadable(0);
    pass(30_000);
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  /** Records of other vehicles, of which nothing is open. */
  private void fill(int records) {
    for (int i = 0; i < records; i++) {
      bench
          .journal
          .append(
              new Draft(
                  LaneBench.ORIGIN.stream(),
                  TollRecords.ABORT,
                  Importance.EVENT,
                  bench.time.now(),
                  new Provenance("0.1.0", "0", "none"),
                  Value.Fields.with("vehicle", "1").build()))
          .join();
    }
  }

  @Test
  void killedBeforeTheCorrectionIsDurableItIsChargedOnceAllTheSame() throws Exception {
    begin();
    annaPasses();
    pass(20_000);
    bench.journal.slow();
    network = true;
    pass(5_000);
    bench.kill(); // what waited is gone
    bench.journal.swift();
    plug();
    bench.start();
    pass(60_000);
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  @Test
  void whatAPersonHasSettledIsNotTouched() throws Exception {
    begin();
    annaPasses();
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            "c-1", 1_000, "VND", "seen", "one's own", "anna", Optional.of("binh"));
    bench
        .journal
        .append(
            new TollRecords(LaneBench.ORIGIN, bench.settings().shifts(), bench.time)
                .correction(
                    new CorrectionPolicy(bench.settings().shifts(), 0, 1_000_000)
                        .judge(passage(), List.of(), wish, bench.time.now().wall())
                        .correction()
                        .orElseThrow(),
                    new Provenance("0.1.0", "0", "none")))
        .join();
    pass(20_000);
    network = true;
    pass(60_000);
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  @Test
  void aPersonsCorrectionThatIsNotDurableYetIsWaitedFor() throws Exception {
    begin();
    annaPasses();
    CompletableFuture<RecordId> persons = new CompletableFuture<>();
    bench.turns.take();
    bench.turns.handedIn(passage().id().sequence(), persons);
    bench.turns.giveBack();
    pass(20_000);
    network = true;
    pass(60_000);
    assertThat(bench.records("toll-correction")).isEmpty();

    persons.completeExceptionally(new JournalException.Unavailable("the disk is away"));
    pass(30_000);
    assertThat(bench.records("toll-correction")).hasSize(1);
  }

  @Test
  void whileAPersonCorrectsNothingIsChargedLate() throws Exception {
    begin();
    annaPasses();
    ExecutorService person = Executors.newSingleThreadExecutor();
    try {
      person.submit(bench.turns::take).get();
      pass(20_000);
      network = true;
      pass(60_000);
      assertThat(bench.records("toll-correction")).isEmpty();

      person.submit(bench.turns::giveBack).get();
      pass(30_000);
      assertThat(bench.records("toll-correction")).hasSize(1);
    } finally {
      person.shutdown();
    }
  }

  @Test
  void aJournalThatDoesNotAnswerIsAskedAgain() throws Exception {
    begin();
    annaPasses();
    pass(20_000);
    bench.journal.failing(new JournalException.Unavailable("the disk is away"));
    network = true;
    pass(20_000);
    assertThat(bench.records("toll-correction")).isEmpty();
    bench.journal.failing(null);
    pass(30_000);
    assertThat(bench.records("toll-correction")).hasSize(1);
  }
}
