// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.verify.Export;
import io.wayside.journal.verify.JournalListing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Journals in forms 1 and 2, which keep the records of all streams in one table. */
@Timeout(120)
class OldFormTest {

  private static final int RECORDS = 100;
  private static final Duration KEEP = Duration.ofHours(1);

  @TempDir Path folder;
  private final Drafts.HandClock clock = new Drafts.HandClock();
  private List<JournalListing.Entry> written = List.of();

  private SqliteJournal open() throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1")
            .withQuota(44 << 20, 0)
            .withKeepAcknowledged(KEEP)
            .withSealing(Drafts.QUIET),
        clock,
        () -> Drafts.PROVENANCE);
  }

  /** Two streams, each ending between records of the other, and 40 acknowledged. */
  @BeforeEach
  void write() throws Exception {
    try (SqliteJournal journal = open()) {
      Outbox outbox = journal.outbox("centre");
      for (int i = 1; i <= RECORDS; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
        journal.appendDurably(Drafts.of("b", Importance.EVENT, i));
      }
      outbox.next(1000).stream()
          .filter(r -> r.id().stream().equals("a") && r.id().sequence() <= 40)
          .forEach(r -> outbox.acknowledge(r.id()));
    }
    written = JournalListing.read(folder);
    assertThat(OldForm.recordTables(folder)).containsExactly("record_1", "record_2");
    assertThat(written).hasSize(2 * RECORDS);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void isRaisedInPlaceAndNothingOfItIsSetAside(int form) throws Exception {
    OldForm.putBack(folder, form);
    assertThat(OldForm.recordTables(folder)).containsExactly("record");
    assertThat(JournalListing.read(folder)).as("form %d can be read", form).isEqualTo(written);
    assertThat(DamageTest.verify(folder)).as("form %d can be verified", form).isZero();
    ByteArrayOutputStream exported = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(exported, true, StandardCharsets.UTF_8);
    assertThat(Export.run(out, out, folder.toString(), "--to", "-")).as("form %d", form).isZero();
    assertThat(exported.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.contains("\"body\""))
        .hasSize(2 * RECORDS);
    try (SqliteJournal journal = open()) {
      isWhole(journal);
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 101)).sequence())
          .isEqualTo(RECORDS + 1);
      assertThat(journal.appendDurably(Drafts.of("c", Importance.MONEY, 1)).sequence())
          .isEqualTo(1);
    }
    assertThat(OldForm.formOf(folder)).isEqualTo(3);
    assertThat(OldForm.recordTables(folder)).containsExactly("record_1", "record_2", "record_3");
    assertThat(JournalListing.read(folder)).containsAll(written).hasSize(2 * RECORDS + 2);
    assertThat(DamageTest.verify(folder)).isZero();
  }

  private void isWhole(SqliteJournal journal) throws Exception {
    assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
    assertThat(new Layout(folder).quarantine()).doesNotExist();
    assertThat(journal.outbox("centre").next(1000))
        .extracting(JournalRecord::id)
        .hasSize(2 * RECORDS - 40)
        .doesNotContain(new RecordId("gw-1", "a", 40));
    assertThat(journal.read(new RecordId("gw-1", "a", 7))).isPresent();
  }

  @Test
  void aLargeOneIsUsedAsItIsUntilItIsSmall() throws Exception {
    OldForm.putBack(folder, 2);
    OldForm.pad(folder);
    for (int start = 1; start <= 2; start++) {
      try (SqliteJournal journal = open()) {
        isWhole(journal);
        assertThat(journal.appendDurably(Drafts.of("c", Importance.MONEY, start)).sequence())
            .isEqualTo(start);
      }
      assertThat(OldForm.recordTables(folder)).containsExactly("record");
      assertThat(DamageTest.verify(folder)).isZero();
      acknowledge("c", start); // leaves the backlog as it was
    }
    OldForm.takePaddingOut(folder);
    try (SqliteJournal journal = open()) {
      isWhole(journal);
      assertThat(journal.read(new RecordId("gw-1", "c", 2))).isPresent();
    }
    assertThat(OldForm.recordTables(folder)).containsExactly("record_1", "record_2", "record_3");
    assertThat(JournalListing.read(folder)).containsAll(written).hasSize(2 * RECORDS + 2);
    assertThat(DamageTest.verify(folder)).isZero();
  }

  private void acknowledge(String stream, long sequence) throws Exception {
    try (SqliteJournal journal = open()) {
      journal.outbox("centre").acknowledge(new RecordId("gw-1", stream, sequence));
    }
  }

  @Test
  void aLargeOneIsThinnedAndLosesWhatWasAcknowledgedLongAgo() throws Exception {
    OldForm.putBack(folder, 2);
    OldForm.pad(folder);
    try (SqliteJournal journal = open()) {
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 101)); // notes what is acknowledged
      for (int i = 0; i < 4; i++) {
        clock.forwardSeconds(KEEP.toSeconds());
        journal.appendDurably(Drafts.of("a", Importance.MONEY, 102 + i));
      }
      List<CompletableFuture<RecordId>> telemetry = new ArrayList<>();
      for (int i = 0; i < 1200; i++) {
        telemetry.add(journal.append(Drafts.of("t", Importance.TELEMETRY, i, "x".repeat(4000))));
      }
      for (CompletableFuture<RecordId> future : telemetry) {
        future.get();
      }
      RecordId thinned = new RecordId("gw-1", "journal", 1);
      for (int i = 0; i < 50 && journal.read(thinned).isEmpty(); i++) {
        journal.appendDurably(Drafts.of("b", Importance.EVENT, 101 + i)); // room is made before it
      }
      assertThat(journal.read(thinned))
          .hasValueSatisfying(r -> assertThat(r.kind().name()).isEqualTo("journal-thinned"));
    }
    assertThat(OldForm.recordTables(folder)).containsExactly("record");
    assertThat(JournalListing.read(folder))
        .extracting(entry -> entry.id().toString())
        .doesNotContain("gw-1/a/40")
        .contains("gw-1/a/41", "gw-1/b/1", "gw-1/b/100");
    assertThat(VerifySays.of(folder)).contains("thinned", "everything holds", "exit status 0");
  }

  @Test
  void whatBelongsToNoStreamIsNotThrownAway() throws Exception {
    OldForm.putBack(folder, 2);
    OldForm.change(
        folder,
        "INSERT INTO record SELECT place + (7 << 40), 1, 1, hash, content, NULL FROM record");
    try (SqliteJournal journal = open()) {
      isWhole(journal);
    }
    assertThat(OldForm.recordTables(folder)).containsExactly("record");
    assertThat(VerifySays.of(folder)).contains("there are records under no stream");
  }

  @Test
  void oneThatCannotBeRaisedIsUsedAsItIs() throws Exception {
    OldForm.putBack(folder, 2);
    OldForm.change(folder, "CREATE TABLE record_2 (place TEXT)"); // in the way of the second
    try (SqliteJournal journal = open()) {
      isWhole(journal);
      assertThat(journal.appendDurably(Drafts.of("b", Importance.MONEY, 101)).sequence())
          .isEqualTo(RECORDS + 1);
    }
    assertThat(OldForm.recordTables(folder)).containsExactly("record", "record_2");
    assertThat(OldForm.formOf(folder)).isEqualTo(2);
    assertThat(DamageTest.verify(folder)).isZero();
  }

  @Test
  void aDamagedOneGivesBackWhatIsSoundInTheFormOfToday() throws Exception {
    OldForm.putBack(folder, 2);
    OldForm.change(
        folder, "UPDATE record SET content = x'8a01' WHERE place = " + Place.of(1, RECORDS));
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
      assertThat(journal.outbox("centre").next(1000))
          .filteredOn(r -> r.id().stream().equals("b"))
          .hasSize(RECORDS);
    }
    assertThat(OldForm.formOf(folder)).isEqualTo(3);
    assertThat(JournalListing.read(folder))
        .filteredOn(entry -> entry.id().stream().equals("a"))
        .hasSize(RECORDS - 41);
  }
}
