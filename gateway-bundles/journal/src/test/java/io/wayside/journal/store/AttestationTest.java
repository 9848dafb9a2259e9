// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.proof.HeadsBody;
import io.wayside.journal.proof.HeadsStatement.Head;
import io.wayside.journal.proof.SignedHeads;
import io.wayside.journal.seal.KeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When the heads of all streams are stated, and that the statement says what is there. */
@Timeout(180)
class AttestationTest {

  @TempDir Path folder;
  private final Drafts.HandClock clock = new Drafts.HandClock();

  private SqliteJournal open(Duration every) throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 0)
            .withSealing(new Sealing(every, Optional.empty())),
        clock,
        () -> Drafts.PROVENANCE);
  }

  private List<SignedHeads> statements(SqliteJournal journal, String reader) throws Exception {
    List<JournalRecord> records = journal.outbox(reader).next(1000);
    List<SignedHeads> statements = new java.util.ArrayList<>();
    for (JournalRecord record : records) {
      if (record.kind().equals(SignedHeads.KIND)) {
        assertThat(record.id().stream()).isEqualTo("journal");
        assertThat(record.importance()).isEqualTo(Importance.EVENT);
        statements.add(HeadsBody.read(record.id().gateway(), record.body()));
      }
    }
    return statements;
  }

  /** The statement is on its way when this returns; a commit behind it is kept after it. */
  private void tick(SqliteJournal journal, String stream) throws Exception {
    journal.tick();
    journal.appendDurably(Drafts.of(stream, Importance.EVENT, 0));
  }

  @Test
  void theHeadsAreStatedWhenTheTimeIsOverAndSomethingMoved() throws Exception {
    try (SqliteJournal journal = open(Duration.ofMinutes(5))) {
      JournalRecord last = null;
      for (int i = 1; i <= 3; i++) {
        RecordId id = journal.appendDurably(Drafts.of("b", Importance.MONEY, i));
        last = journal.read(id).orElseThrow();
      }
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      journal.tick();
      clock.forwardSeconds(300);
      tick(journal, "journal");
      tick(journal, "journal");
      List<SignedHeads> all = statements(journal, "first");
      assertThat(all).as("once, and not before its time").hasSize(1);
      SignedHeads one = all.get(0);
      assertThat(one.holdsUnder(KeyFile.readPublic(new Layout(folder).key()))).isTrue();
      assertThat(one.statement().heads()).extracting(Head::stream).containsExactly("a", "b");
      assertThat(one.statement().heads().get(1))
          .isEqualTo(new Head("b", 3, java.util.Objects.requireNonNull(last).hash()));
      assertThat(one.statement().written()).isEqualTo(clock.now().wall());
      clock.forwardSeconds(300);
      tick(journal, "journal");
      assertThat(statements(journal, "second"))
          .as("the journal's own stream is no reason")
          .hasSize(1);
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 2));
      tick(journal, "journal");
      assertThat(statements(journal, "third")).hasSize(2);
    }
  }

  @Test
  void whatCameBeforeACloseIsStatedAfterTheNextStart() throws Exception {
    try (SqliteJournal journal = open(Duration.ofMinutes(5))) {
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
    }
    try (SqliteJournal journal = open(Duration.ofMinutes(5))) {
      assertThat(statements(journal, "first")).as("nobody would send it any more").isEmpty();
      clock.forwardSeconds(1000);
      tick(journal, "journal");
      List<SignedHeads> all = statements(journal, "second");
      assertThat(all).hasSize(1);
      assertThat(all.get(0).statement().heads()).extracting(Head::sequence).containsExactly(1L);
      clock.forwardSeconds(1000);
      tick(journal, "journal");
      assertThat(statements(journal, "third")).hasSize(1);
    }
  }

  @Test
  void zeroMeansNever() throws Exception {
    try (SqliteJournal journal = open(Duration.ZERO)) {
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      clock.forwardSeconds(100_000);
      tick(journal, "a");
    }
    try (SqliteJournal journal = open(Duration.ZERO)) {
      assertThat(statements(journal, "first")).isEmpty();
    }
  }

  @Test
  void aStreamThatEndsInAGapIsNotStatedUntilItHasARecordAgain() {
    StreamState ended = stream("a", 10);
    StreamState sound = stream("b", 20);
    Attestation attestation = new Attestation(Duration.ofMinutes(1), 0);
    List<Contents.Gap> gaps = List.of(new Contents.Gap("a", 5, 10, new byte[32], "damaged"));
    assertThat(
            attestation
                .moved(
                    "gw-1",
                    new Ledger.Position(7, java.util.Map.of("a", ended, "b", sound)),
                    gaps,
                    clock.now().wall(),
                    0)
                .orElseThrow()
                .heads())
        .extracting(Head::stream)
        .containsExactly("b");
  }

  private static StreamState stream(String name, long head) {
    return new StreamState(1, name, Importance.EVENT, 0, new byte[32], head, new byte[32]);
  }

  @Test
  void theBodyNamesItsFieldsAsTheCentreExpectsThem() throws Exception {
    try (SqliteJournal journal = open(Duration.ofMinutes(1))) {
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      clock.forwardSeconds(60);
      tick(journal, "journal");
      Value.Fields body =
          journal.outbox("x").next(10).stream()
              .filter(r -> r.kind().equals(SignedHeads.KIND))
              .findFirst()
              .orElseThrow()
              .body();
      assertThat(body.values().keySet())
          .containsExactlyInAnyOrder(
              "batch", "written", "algorithm", "key", "public", "heads", "signature");
      assertThat(body.get("algorithm")).isEqualTo(new Value.Text("Ed25519"));
    }
  }
}
