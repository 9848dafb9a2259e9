// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.Outbox;
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

@Timeout(180)
class LatestRecordsTest {

  @TempDir Path folder;
  private final HandClock clock = new HandClock();

  private SqliteJournal open() throws Exception {
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 64 << 10)
            .withKeepAcknowledged(Duration.ZERO);
    return SqliteJournal.open(settings, clock, () -> Drafts.PROVENANCE);
  }

  private static void append(SqliteJournal journal, String stream, int count) throws Exception {
    for (int i = 1; i <= count; i++) {
      journal.appendDurably(Drafts.of(stream, Importance.EVENT, i));
    }
  }

  private static List<Long> numbers(List<JournalRecord> records) {
    assertThat(records).allMatch(RecordEnvelope::hashHolds);
    return records.stream().map(r -> r.id().sequence()).toList();
  }

  @Test
  void theLastRecordsComeInSequenceAndNoMoreThanAskedFor() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, "a", 5);
      append(journal, "b", 2);
      assertThat(numbers(journal.last("a", 3))).containsExactly(3L, 4L, 5L);
      assertThat(numbers(journal.last("a", 5))).containsExactly(1L, 2L, 3L, 4L, 5L);
      assertThat(numbers(journal.last("a", Integer.MAX_VALUE))).hasSize(5);
      assertThat(journal.last("a", 0)).isEmpty();
      assertThat(journal.last("never", 10)).isEmpty();
    }
    try (SqliteJournal journal = open()) {
      assertThat(numbers(journal.last("b", 10))).containsExactly(1L, 2L);
      assertThat(journal.last("a", 1))
          .containsExactly(journal.read(new RecordId("gw-1", "a", 5)).orElseThrow());
    }
  }

  @Test
  void whatIsNotKeptAnyMoreIsLeftOut() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, "a", 5);
      Outbox outbox = journal.outbox("centre");
      outbox.next(3).forEach(r -> outbox.acknowledge(r.id()));
      clock.forwardSeconds(3600);
      append(journal, "b", 3); // a commit gives retention its turn
      assertThat(numbers(journal.last("a", 10))).containsExactly(4L, 5L);
    }
  }

  @Test
  void aGapInTheNumbersIsPassedOver() throws Exception {
    try (SqliteJournal journal = open()) {
      append(journal, "a", 3);
    }
    for (Path file : new Layout(folder).databaseFiles()) {
      Files.deleteIfExists(file);
    }
    try (SqliteJournal journal = open()) {
      append(journal, "a", 2);
      List<Long> last = numbers(journal.last("a", 100_000));
      assertThat(last).hasSize(2);
      assertThat(last.get(0)).isGreaterThan(3);
    }
  }
}
