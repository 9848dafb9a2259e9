// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A database in form 1, made from the statements that form was documented with. */
@Timeout(60)
class OldFormTest {

  /** As they were written down for form 1; not those of the code. */
  private static final List<String> FORM_1 =
      List.of(
          "CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE stream (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE,"
              + " importance INTEGER NOT NULL, anchor INTEGER NOT NULL,"
              + " anchor_hash BLOB NOT NULL)",
          "CREATE TABLE record (place INTEGER PRIMARY KEY, batch INTEGER NOT NULL,"
              + " importance INTEGER NOT NULL, hash BLOB NOT NULL, content BLOB, digest BLOB)",
          "CREATE TABLE gap (stream INTEGER NOT NULL, first INTEGER NOT NULL,"
              + " last INTEGER NOT NULL, hash BLOB NOT NULL, cause TEXT NOT NULL,"
              + " PRIMARY KEY (stream, first)) WITHOUT ROWID",
          "CREATE TABLE seal (batch INTEGER PRIMARY KEY, written INTEGER NOT NULL,"
              + " key TEXT NOT NULL, content BLOB NOT NULL, signature BLOB NOT NULL)",
          "CREATE TABLE sealing_key (id TEXT PRIMARY KEY, algorithm TEXT NOT NULL,"
              + " public BLOB NOT NULL) WITHOUT ROWID",
          "CREATE TABLE destination (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
          "CREATE TABLE cursor (destination INTEGER NOT NULL, stream INTEGER NOT NULL,"
              + " through INTEGER NOT NULL, beyond TEXT NOT NULL,"
              + " PRIMARY KEY (destination, stream)) WITHOUT ROWID",
          "CREATE TABLE blob (sha256 TEXT PRIMARY KEY, bytes INTEGER NOT NULL,"
              + " uses INTEGER NOT NULL) WITHOUT ROWID");

  @TempDir Path folder;

  private SqliteJournal open() throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0),
        new Drafts.HandClock(),
        () -> Drafts.PROVENANCE);
  }

  /** Fills the old form with the rows of a journal of today. */
  private void putBackInForm1() throws Exception {
    Path today = folder.resolve("today.db");
    Layout layout = new Layout(folder);
    Files.move(layout.database(), today);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + layout.database())) {
      for (String pragma :
          List.of("auto_vacuum=INCREMENTAL", "journal_mode=WAL", "application_id=2003464814")) {
        Database.execute(connection, "PRAGMA " + pragma);
      }
      for (String table : FORM_1) {
        Database.execute(connection, table);
      }
      Database.execute(connection, "ATTACH '" + today + "' AS today");
      for (String table :
          List.of(
              "stream", "record", "gap", "seal", "sealing_key", "destination", "cursor", "blob")) {
        Database.execute(connection, "INSERT INTO main." + table + " SELECT * FROM today." + table);
      }
      Database.execute(
          connection, "INSERT INTO about SELECT * FROM today.about WHERE name = 'gateway'");
      Database.execute(connection, "PRAGMA user_version=1");
    }
    Files.delete(today);
  }

  @Test
  void isRaisedInPlaceAndNothingOfItIsSetAside() throws Exception {
    try (SqliteJournal journal = open()) {
      Outbox outbox = journal.outbox("centre");
      for (int i = 1; i <= 100; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
      }
      outbox.next(40).forEach(record -> outbox.acknowledge(record.id()));
    }
    putBackInForm1();
    assertThat(DamageTest.verify(folder)).as("form 1 can be verified").isZero();
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      assertThat(new Layout(folder).quarantine()).doesNotExist();
      assertThat(journal.outbox("centre").next(1000))
          .filteredOn(record -> record.id().stream().equals("a"))
          .hasSize(60);
      assertThat(journal.read(new RecordId("gw-1", "a", 7))).isPresent();
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 101)).sequence())
          .isEqualTo(101);
    }
    try (Connection connection = Database.openForReading(new Layout(folder).database())) {
      assertThat(Database.pragma(connection, "user_version")).isEqualTo(2);
    }
    assertThat(DamageTest.verify(folder)).isZero();
  }
}
