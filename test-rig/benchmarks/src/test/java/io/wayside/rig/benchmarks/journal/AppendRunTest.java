// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.record.Draft;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppendRunTest {

  @TempDir Path folder;

  @Test
  void aSampleRecordHasSixHundredBytes() {
    for (long sequence : new long[] {1, 1000, 250_000, 10_000_000}) {
      Draft draft = SampleRecords.draft("weighing.lane-1", sequence, SampleRecords.FIRST_DAY);
      byte[] canonical =
          RecordCodec.encode(
              RecordCodec.beginning(SampleRecords.GATEWAY, draft.stream()),
              sequence,
              RecordCodec.matter(
                  draft.kind(),
                  draft.importance(),
                  draft.occurred(),
                  draft.provenance(),
                  draft.body(),
                  List.of()));
      assertThat(canonical.length).isCloseTo(SampleRecords.BYTES, within(6));
    }
  }

  @Test
  void theBatchesAreThoseTheJournalHad() throws Exception {
    AppendRun run = AppendRun.measure(folder.resolve("journal"), 10, 0.2);
    assertThat(run.records()).isPositive();
    assertThat(run.batches().stream().mapToLong(Integer::longValue).sum()).isEqualTo(run.records());
    assertThat(run.batches()).allMatch(rows -> rows >= 1 && rows <= 10);
  }

  @Test
  void theAlternativesWriteAllRowsInTheirBatches() throws Exception {
    List<Integer> batches = List.of(1, 20, 3);
    Alternatives.Measured raw = Alternatives.rawFile(folder.resolve("raw"), batches);
    Alternatives.Measured bare = Alternatives.bareSqlite(folder.resolve("bare.db"), batches);
    assertThat(Files.size(folder.resolve("raw"))).isEqualTo(24L * SampleRecords.BYTES);
    assertThat(raw.perSecond()).isPositive();
    assertThat(bare.perSecond()).isPositive();
  }

  @Test
  void aFilledJournalHoldsWhatWasAskedForAndIsReadWhole() throws Exception {
    FilledJournal.fill(folder.resolve("filled"), 2, 50);
    assertThat(Rescan.microsPerRecord(folder.resolve("filled"))).isPositive();
    try (var journal = FilledJournal.open(folder.resolve("filled"))) {
      assertThat(journal.read(new RecordId("bench-1", "weighing.lane-3", 25))).isPresent();
      assertThat(journal.read(new RecordId("bench-1", "weighing.lane-3", 26))).isEmpty();
    }
  }
}
