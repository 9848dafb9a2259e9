// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Importance;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What records in tables of their own are good for, and what verify says when these are not. */
@Timeout(180)
class FilingTest {

  private static final int STREAMS = 4;
  private static final int EACH = 120;

  /** A frame of the log: a page of 4096 bytes and its head. */
  private static final double FRAME_BYTES = 4096 + 24;

  @TempDir Path folder;
  private long logBytes;

  private SqliteJournal open() throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withSealing(Drafts.QUIET),
        new Drafts.HandClock(),
        () -> Drafts.PROVENANCE);
  }

  /** One by one, in turn to each stream; less than what makes the log begin anew. */
  @BeforeEach
  void write() throws Exception {
    try (SqliteJournal journal = open()) {
      for (int i = 1; i <= EACH; i++) {
        for (int s = 1; s <= STREAMS; s++) {
          journal.appendDurably(Drafts.of("s" + s, Importance.EVENT, i, "x".repeat(450)));
        }
      }
      logBytes = Files.size(new Layout(folder).wal());
    }
  }

  @Test
  void a_commit_of_one_record_writes_two_pages_and_now_and_then_a_new_one() {
    // The end of the stream and the end of the seals; a new page of either comes with the page
    // above it and the first of the file, every sixth record and every twelfth seal.
    double pages = logBytes / FRAME_BYTES / (STREAMS * EACH);
    assertThat(pages).isBetween(2.0, 2.7);
  }

  @Test
  void recordsInATableOfNoStreamAreTold() throws Exception {
    OldForm.change(folder, "CREATE TABLE record_99 AS SELECT * FROM record_1");
    assertThat(VerifySays.of(folder)).contains("there are records under no stream", "status 1");
  }

  @Test
  void recordsInTheTableOfAnotherStreamAreTold() throws Exception {
    for (String where : new String[] {"- (1 << 40)", "+ (1 << 40)"}) {
      OldForm.change(
          folder,
          "INSERT INTO record_2 SELECT place "
              + where
              + ", batch, importance, hash, content, digest FROM record_2 LIMIT 1");
      assertThat(VerifySays.of(folder)).contains("there are records under no stream", "status 1");
      OldForm.change(folder, "DELETE FROM record_2 WHERE place >> 40 <> 2");
      assertThat(DamageTest.verify(folder)).isZero();
    }
  }

  @Test
  void aTableThatIsGoneIsTold() throws Exception {
    OldForm.change(folder, "DROP TABLE record_3");
    assertThat(VerifySays.of(folder)).contains("no such table: record_3", "status 1");
  }

  @Test
  void aTableThatIsGoneIsDamageAndTheOtherStreamsComeBack() throws Exception {
    OldForm.change(folder, "DROP TABLE record_3");
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().code()).isEqualTo("journal-damaged");
      assertThat(journal.appendDurably(Drafts.of("s1", Importance.EVENT, 1)).sequence())
          .isEqualTo(EACH + 1);
      assertThat(journal.appendDurably(Drafts.of("s3", Importance.EVENT, 1)).sequence())
          .isGreaterThan(EACH);
    }
  }
}
