// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.seal.KeyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a journal says when something beside its database is not as it left it. */
@Timeout(180)
class OpeningTest {

  @TempDir Path folder;

  private SqliteJournal open() throws IOException {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withSealing(Drafts.QUIET),
        new Drafts.HandClock(),
        () -> Drafts.PROVENANCE);
  }

  private void used(int from, int to) throws Exception {
    try (SqliteJournal journal = open()) {
      for (int i = from; i <= to; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
      }
    }
  }

  private void assertOpensAndGoesOn(String code, int expected) throws Exception {
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo(code);
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 0)).sequence())
          .isEqualTo(expected);
      List<JournalRecord> records = journal.outbox("centre").next(1000);
      assertThat(records)
          .filteredOn(r -> r.kind().name().equals("journal-gap"))
          .hasSize(code.equals("ok") ? 0 : 1);
    }
  }

  @Test
  void bothHeadsFilesGoneFromASoundJournalIsTold() throws Exception {
    used(1, 3);
    for (Path file : new Layout(folder).heads()) {
      Files.delete(file);
    }
    assertOpensAndGoesOn("journal-heads-lost", 4);
    assertThat(HeadsFile.read(new Layout(folder).heads())).as("they are there again").isPresent();
  }

  @Test
  void oneHeadsFileGoneIsNotWorthAWord() throws Exception {
    used(1, 3);
    Files.delete(new Layout(folder).heads().get(0));
    assertOpensAndGoesOn("ok", 4);
  }

  @Test
  void headsFilesThatAreMuchOlderThanTheDatabaseAreTold() throws Exception {
    used(1, 3);
    Contents now = new Contents(Map.of(), List.of(), 50_000, "", "");
    HeadsFile.Content known = HeadsFile.read(new Layout(folder).heads()).orElseThrow();
    assertThat(HeadsAge.findings(now, java.util.Optional.of(known)))
        .extracting(Finding::cause)
        .containsExactly("heads-old");
    Contents young = new Contents(Map.of(), List.of(), 500, "", "");
    assertThat(HeadsAge.findings(young, java.util.Optional.of(known))).isEmpty();
    assertThat(HeadsAge.findings(Contents.EMPTY, java.util.Optional.empty())).isEmpty();
  }

  @Test
  void aSealingKeyThatIsGoneOrAnotherIsTold() throws Exception {
    used(1, 3);
    Files.delete(new Layout(folder).key());
    assertOpensAndGoesOn("journal-key-replaced", 4);
    assertThat(VerifySays.of(folder))
        .as("both keys are in the journal")
        .contains("everything holds");
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).as("it is told once").isEqualTo(Health.Status.OK);
    }
  }

  @Test
  void aKeyOthersCouldReadIsToldAndClosedToThem() throws Exception {
    used(1, 3);
    Path key = new Layout(folder).key();
    byte[] before = Files.readAllBytes(key);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertOpensAndGoesOn("journal-key-exposed", 4);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllBytes(key)).as("it is still the key").isEqualTo(before);
    assertThat(KeyFile.tighten(key)).isFalse();
  }

  @Test
  void anOlderDatabasePutBackOpensAgainAndAgainOnceItWasTold() throws Exception {
    used(1, 10);
    byte[] old = Files.readAllBytes(new Layout(folder).database());
    used(11, 20);
    Files.write(new Layout(folder).database(), old);
    Files.deleteIfExists(new Layout(folder).wal());
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-old-image");
      for (int i = 0; i < 5; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
      }
    }
    // The gap now lies within the last records that opening looks at.
    forgetTheOrderlyClose();
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      assertThat(journal.outbox("centre").next(100)).hasSize(16);
    }
    assertThat(new Layout(folder).quarantine()).doesNotExist();
  }

  private void forgetTheOrderlyClose() throws Exception {
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(connection, "DELETE FROM about WHERE name = 'closed'");
    }
  }

  @Test
  void afterAnOrderlyCloseTheLastRecordIsCheckedAndAfterACrashTheLastSixtyFour() throws Exception {
    used(1, 100);
    bend(60);
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.next(1000)).as("it is found when it is read").hasSize(99);
    }
    forgetTheOrderlyClose();
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
    }
  }

  @Test
  void aDamagedLastRecordIsFoundAfterAnOrderlyCloseToo() throws Exception {
    used(1, 100);
    bend(100);
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
      assertThat(journal.outbox("centre").next(1000))
          .filteredOn(r -> r.id().stream().equals("a"))
          .hasSize(99);
    }
  }

  private void bend(long sequence) throws Exception {
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(
          connection,
          "UPDATE record_1 SET content = zeroblob(length(content)) WHERE place = "
              + Place.of(1, sequence));
    }
  }

  @Test
  void theJournalOfAnotherGatewayIsSetAsideWhole() throws Exception {
    used(1, 3);
    try (SqliteJournal journal =
        SqliteJournal.open(
            JournalSettings.standard(folder, "gw-2")
                .withQuota(64 << 20, 0)
                .withSealing(Drafts.QUIET),
            new Drafts.HandClock(),
            () -> Drafts.PROVENANCE)) {
      assertThat(journal.health().code()).isEqualTo("journal-other-gateway");
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 1)).sequence())
          .isEqualTo(1);
      assertThat(journal.outbox("centre").next(100)).allMatch(r -> r.id().gateway().equals("gw-2"));
    }
  }

  @Test
  void aCloseThatFailedLeavesTheFolderToTheNext() throws Exception {
    used(1, 3);
    change(
        "CREATE TRIGGER fails BEFORE INSERT ON about WHEN NEW.name = 'closed'"
            + " BEGIN SELECT RAISE(ABORT, 'no mark'); END");
    used(4, 6);
    change("DROP TRIGGER fails");
    assertOpensAndGoesOn("ok", 7);
  }

  private void change(String sql) throws Exception {
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(connection, sql);
    }
  }
}
