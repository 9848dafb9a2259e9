// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.Outbox;
import io.wayside.core.journal.Outbox.Resend;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.store.Drafts.HandClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a centre asks for again comes from the real journal, and what is gone is said. */
@Timeout(180)
class ResendTest {

  @TempDir Path folder;
  private final HandClock clock = new HandClock();

  private SqliteJournal open(Duration keep) throws Exception {
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 64 << 10)
            .withKeepAcknowledged(keep);
    return SqliteJournal.open(settings, clock, () -> Drafts.PROVENANCE);
  }

  private static void append(SqliteJournal journal, String stream, int from, int to)
      throws Exception {
    for (int i = from; i <= to; i++) {
      journal.appendDurably(Drafts.of(stream, Importance.MONEY, i));
    }
  }

  private static List<Long> numbers(List<JournalRecord> records) {
    assertThat(records).allMatch(RecordEnvelope::hashHolds);
    return records.stream()
        .filter(r -> r.id().stream().equals("a"))
        .map(r -> r.id().sequence())
        .toList();
  }

  private static void acknowledge(Outbox outbox, List<JournalRecord> records) {
    records.forEach(r -> outbox.acknowledge(r.id()));
  }

  @Test
  void whatWasAcknowledgedComesAgainOnceAndCountsAsWaiting() throws Exception {
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      append(journal, "a", 1, 10);
      Outbox outbox = journal.outbox("centre");
      acknowledge(outbox, outbox.next(10));
      assertThat(outbox.resend("a", 3, 5)).isEqualTo(new Resend(3, "3-5", ""));
      assertThat(outbox.backlog()).isEqualTo(3);
      append(journal, "a", 11, 11);
      assertThat(numbers(outbox.next(10))).containsExactly(3L, 4L, 5L, 11L);
      assertThat(outbox.next(10)).isEmpty();
    }
  }

  @Test
  void whatIsAskedForOutlivesARestartUntilItIsAcknowledged() throws Exception {
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      append(journal, "a", 1, 10);
      Outbox outbox = journal.outbox("centre");
      acknowledge(outbox, outbox.next(10));
      outbox.resend("a", 3, 5);
    }
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      Outbox outbox = journal.outbox("centre");
      List<JournalRecord> again = outbox.next(10);
      assertThat(numbers(again)).containsExactly(3L, 4L, 5L);
      acknowledge(outbox, again);
    }
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      assertThat(journal.outbox("centre").next(10)).isEmpty();
    }
  }

  @Test
  void theOtherDestinationsAreNotConcerned() throws Exception {
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      append(journal, "a", 1, 4);
      Outbox centre = journal.outbox("centre");
      Outbox second = journal.outbox("second");
      acknowledge(centre, centre.next(10));
      acknowledge(second, second.next(10));
      centre.resend("a", 1, 4);
      assertThat(second.backlog()).isZero();
      assertThat(second.next(10)).isEmpty();
    }
  }

  @Test
  void whatRetentionRemovedIsNotKeptAndTheRestComes() throws Exception {
    try (SqliteJournal journal = open(Duration.ZERO)) {
      append(journal, "a", 1, 9);
      Outbox outbox = journal.outbox("centre");
      acknowledge(outbox, outbox.next(5));
      clock.forwardSeconds(3600);
      append(journal, "b", 1, 4); // a commit gives retention its turn
      assertThat(journal.read(new RecordId("gw-1", "a", 5))).isEmpty();
      assertThat(outbox.resend("a", 2, 8)).isEqualTo(new Resend(3, "6-8", "2-5"));
      assertThat(outbox.resend("a", 1, 5)).isEqualTo(new Resend(0, "", "1-5"));
      assertThat(numbers(outbox.next(20))).containsExactly(6L, 7L, 8L, 9L);
    }
  }

  @Test
  void retentionWaitsForWhatIsUnderWayAgain() throws Exception {
    try (SqliteJournal journal = open(Duration.ofHours(1))) {
      append(journal, "a", 1, 9);
      Outbox outbox = journal.outbox("centre");
      acknowledge(outbox, outbox.next(9));
      outbox.resend("a", 4, 6);
      clock.forwardSeconds(600);
      append(journal, "b", 1, 2); // what is acknowledged by now is noted
      clock.forwardSeconds(7200);
      append(journal, "b", 3, 4);
      assertThat(journal.read(new RecordId("gw-1", "a", 3))).isEmpty();
      assertThat(numbers(outbox.next(20))).containsExactly(4L, 5L, 6L);
    }
  }

  @Test
  void whatIsUnderWayAlreadyIsHandedOutAgain() throws Exception {
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      append(journal, "a", 1, 3);
      Outbox outbox = journal.outbox("centre");
      outbox.next(3);
      assertThat(outbox.resend("a", 2, 2)).isEqualTo(new Resend(1, "2-2", ""));
      assertThat(outbox.backlog()).isEqualTo(3);
      assertThat(numbers(outbox.next(3))).containsExactly(2L);
    }
  }

  @Test
  void beyondTheHeadAndInAnUnknownStreamThereIsNothing() throws Exception {
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      append(journal, "a", 1, 3);
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.resend("a", 4, Long.MAX_VALUE))
          .isEqualTo(new Resend(0, "", "4-" + Long.MAX_VALUE));
      assertThat(outbox.resend("a", 3, 1000)).isEqualTo(new Resend(1, "3-3", "4-1000"));
      assertThat(outbox.resend("never", 1, 2)).isEqualTo(new Resend(0, "", "1-2"));
      assertThat(outbox.resend("a", 2, 1)).isEqualTo(new Resend(0, "", ""));
      assertThat(numbers(outbox.next(10))).containsExactly(1L, 2L, 3L);
      append(journal, "a", 4, 4);
      assertThat(numbers(outbox.next(10))).containsExactly(4L);
    }
  }

  @Test
  void numbersThatWereLostWithADatabaseAreNamed() throws Exception {
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      append(journal, "a", 1, 3);
    }
    for (String file : List.of("journal.db", "journal.db-wal", "journal.db-shm")) {
      Files.deleteIfExists(folder.resolve(file));
    }
    try (SqliteJournal journal = open(Duration.ofDays(3))) {
      RecordId next = journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
      assertThat(next.sequence()).isGreaterThan(3);
      Outbox outbox = journal.outbox("centre");
      outbox.next(100).forEach(r -> outbox.acknowledge(r.id()));
      long head = next.sequence();
      assertThat(outbox.resend("a", 1, head))
          .isEqualTo(new Resend(1, head + "-" + head, "1-" + (head - 1)));
      assertThat(numbers(outbox.next(10))).containsExactly(head);
    }
  }
}
