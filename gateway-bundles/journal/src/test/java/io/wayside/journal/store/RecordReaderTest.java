// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordReaderTest {

  @TempDir Path folder;

  /** Or the first record after those removed passed for damaged and was never delivered. */
  @Test
  void retentionBetweenLearningWhereAStreamBeginsAndReadingItChangesNothing() throws Exception {
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 4096)
            .withKeepAcknowledged(Duration.ZERO);
    Drafts.HandClock clock = new Drafts.HandClock();
    StreamState before;
    JournalRecord fifth;
    try (SqliteJournal journal = SqliteJournal.open(settings, clock, () -> Drafts.PROVENANCE)) {
      Outbox outbox = journal.outbox("centre");
      for (int number = 1; number <= 10; number++) {
        journal.appendDurably(Drafts.of("s", Importance.EVENT, number));
      }
      before = stream();
      List<JournalRecord> records = outbox.next(5);
      fifth = records.get(4);
      records.forEach(record -> outbox.acknowledge(record.id()));
      clock.forwardSeconds(60);
      journal.appendDurably(Drafts.of("other", Importance.EVENT, 11));
    }
    assertThat(before.anchor()).isZero();
    assertThat(stream().anchor()).as("what retention removed").isEqualTo(5);
    try (RecordReader reader = reader()) {
      RecordReader.Run run = reader.read(before, 6, 10);
      assertThat(run.rows()).hasSize(5);
      byte[] hash = run.before().orElseThrow();
      assertThat(run.rows().get(0).record(hash).previousHash()).isEqualTo(fifth.hash());
    }
  }

  private RecordReader reader() throws Exception {
    return new RecordReader(Database.openForReading(new Layout(folder).database()));
  }

  private StreamState stream() throws Exception {
    try (var connection = Database.openForReading(new Layout(folder).database())) {
      StreamState stream = Contents.read(connection).streams().get("s");
      assertThat(stream).isNotNull();
      return stream;
    }
  }
}
