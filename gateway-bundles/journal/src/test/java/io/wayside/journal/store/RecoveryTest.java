// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class RecoveryTest {

  @TempDir Path folder;

  private SqliteJournal open(long quota) throws IOException {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1").withQuota(quota, 0).withSealing(Drafts.QUIET),
        new Drafts.HandClock(),
        () -> Drafts.PROVENANCE);
  }

  private SqliteJournal open() throws IOException {
    return open(64 << 20);
  }

  private void append(SqliteJournal journal, int from, int to) throws Exception {
    for (int i = from; i <= to; i++) {
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, i)).sequence())
          .isGreaterThanOrEqualTo(i);
    }
  }

  @Test
  void aLostDatabaseIsFollowedByNumbersAboveAllThatWereGivenOut() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1, 20);
    }
    for (Path file : new Layout(folder).databaseFiles()) {
      Files.deleteIfExists(file);
    }
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.DEGRADED);
      assertThat(journal.health().code()).isEqualTo("journal-lost");
      RecordId next = journal.appendDurably(Drafts.of("a", Importance.MONEY, 21));
      assertThat(next.sequence()).isGreaterThan(20);
      List<JournalRecord> records = journal.outbox("centre").next(10);
      JournalRecord gap =
          records.stream()
              .filter(r -> r.kind().name().equals("journal-gap"))
              .findFirst()
              .orElseThrow();
      assertThat(gap.body().get("cause")).isEqualTo(new Value.Text("lost"));
      assertThat(gap.body().get("gaps"))
          .isEqualTo(
              new Value.Many(
                  List.of(
                      Value.Fields.with("stream", "a")
                          .and("first", 1)
                          .and("last", next.sequence() - 1)
                          .build())));
    }
    assertThat(DamageTest.verify(folder)).as("the gap is told").isEqualTo(1);
  }

  @Test
  void aDatabasePutBackFromAnOlderCopyIsNoticedAndNoNumberIsGivenTwice() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1, 10);
    }
    byte[] old = Files.readAllBytes(new Layout(folder).database());
    try (SqliteJournal journal = open()) {
      append(journal, 11, 20);
    }
    Files.deleteIfExists(new Layout(folder).wal());
    Files.write(new Layout(folder).database(), old);
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-old-image");
      assertThat(journal.read(new RecordId("gw-1", "a", 10))).isPresent();
      assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 21)).sequence())
          .isGreaterThan(20);
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.next(100)).hasSize(12); // ten old ones, the new one, the gap record
      assertThat(outbox.next(100)).isEmpty();
    }
  }

  @Test
  void anAcknowledgementAheadOfTheJournalIsTold() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1, 1);
      Outbox outbox = journal.outbox("centre");
      outbox.acknowledge(new RecordId("gw-1", "a", 9));
      assertThat(journal.health().code()).isEqualTo("journal-old-image");
    }
  }

  @Test
  void aDamagedRecordIsNeverShownAndNamedInARecord() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1, 200);
    }
    try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
      Database.execute(
          connection,
          "UPDATE record_1 SET content = CAST(replace(hex(content), '00', '01') AS BLOB)"
              + " WHERE place & 0xff = 50");
    }
    assertThat(DamageTest.verify(folder)).isEqualTo(1);
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).as("the tail is sound").isEqualTo(Health.Status.OK);
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.next(1000)).hasSize(199).noneMatch(r -> r.id().sequence() == 50);
      assertThat(journal.health().code()).isEqualTo("journal-record-damaged");
      assertThatThrownBy(() -> journal.read(new RecordId("gw-1", "a", 50)))
          .isInstanceOf(JournalException.Unavailable.class);
    }
  }

  @Test
  void aSecondProcessIsRefused() throws Exception {
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      assertThatThrownBy(this::open).isInstanceOf(IOException.class).hasMessageContaining("in use");
    }
  }

  @Test
  void aFullJournalSaysSoKeepsRoomForMoneyAndGoesOnWhenTheCentreHasTheRecords() throws Exception {
    String filling = "x".repeat(10_000);
    try (SqliteJournal journal = open(2 << 20)) {
      Outbox outbox = journal.outbox("centre");
      int events = fill(journal, "t", Importance.EVENT, filling);
      assertThat(events).isPositive();
      assertThat(journal.health().code()).isEqualTo("journal-full");
      int money = fill(journal, "m", Importance.MONEY, filling);
      assertThat(money).as("the last twentieth is for money").isPositive();
      for (List<JournalRecord> some = outbox.next(50); !some.isEmpty(); some = outbox.next(50)) {
        some.forEach(r -> outbox.acknowledge(r.id()));
      }
      assertThat(fill(journal, "m", Importance.MONEY, filling)).isPositive();
    }
    assertThat(DamageTest.verify(folder)).isZero();
  }

  private static int fill(
      SqliteJournal journal, String stream, Importance importance, String filling)
      throws Exception {
    for (int i = 0; i < 1000; i++) {
      try {
        journal.append(Drafts.of(stream, importance, i, filling)).get();
      } catch (ExecutionException refused) {
        assertThat(refused).hasCauseInstanceOf(JournalException.Full.class);
        return i;
      }
    }
    throw new AssertionError("the quota was never reached");
  }

  @Test
  void aFullQueueIsToldAtOnce() throws Exception {
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withMaxQueue(5);
    try (SqliteJournal journal =
        SqliteJournal.open(settings, new Drafts.HandClock(), () -> Drafts.PROVENANCE)) {
      int busy = 0;
      for (int i = 0; i < 2000; i++) {
        if (journal.append(Drafts.of("a", Importance.EVENT, i)).isCompletedExceptionally()) {
          busy++;
        }
      }
      assertThat(busy).isPositive();
    }
  }

  @Test
  void aDraftThatIsTooLargeIsRefused() throws Exception {
    try (SqliteJournal journal = open()) {
      assertThatThrownBy(
              () -> journal.appendDurably(Drafts.of("a", Importance.EVENT, 1, "x".repeat(2 << 20))))
          .isInstanceOf(JournalException.Refused.class)
          .hasMessageContaining("maxRecord");
    }
  }

  /** A commit of somebody else's is not that of the draft that failed because of it. */
  @Test
  void aDraftIsNotAnsweredAsKeptForASealThatIsNotItsOwn() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, 1, 3);
      try (Connection connection = Database.openForOthers(new Layout(folder).database())) {
        Database.execute(
            connection,
            "INSERT INTO seal SELECT batch + 1, written, key, content, signature FROM seal"
                + " ORDER BY batch DESC LIMIT 1");
      }
      Draft draft = Drafts.of("a", Importance.MONEY, 4);
      try {
        RecordId id = journal.appendDurably(draft);
        assertThat(journal.read(id)).as("what was accepted is there").isPresent();
      } catch (JournalException.Unavailable notKept) {
        assertThat(notKept).hasMessageContaining("could not write");
      }
    }
  }
}
