// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.record.Importance;
import io.wayside.journal.verify.JournalListing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The step from form 2 to form 3, cut off or without room. */
@Timeout(120)
class FormRaiseTest {

  private static final int RECORDS = 60;
  private static final int CUTS = 20;
  private static final long AMPLE = 1L << 40;

  @TempDir Path folder;
  private Layout layout;
  private List<JournalListing.Entry> written;

  private SqliteJournal open() throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withSealing(Drafts.QUIET),
        new Drafts.HandClock(),
        () -> Drafts.PROVENANCE);
  }

  @BeforeEach
  void write() throws Exception {
    layout = new Layout(folder);
    try (SqliteJournal journal = open()) {
      for (int i = 1; i <= RECORDS; i++) {
        journal.appendDurably(Drafts.of("a", Importance.MONEY, i));
        journal.appendDurably(Drafts.of("b", Importance.EVENT, i, "x".repeat(400)));
      }
    }
    written = JournalListing.read(folder);
    OldForm.putBack(folder, 2);
  }

  @Test
  void whereverItIsCutOffEverythingIsThere() throws Exception {
    byte[] database = Files.readAllBytes(layout.database());
    byte[] log;
    try (Connection connection = Database.openForWriting(layout.database())) {
      assertThat(raise(connection, AMPLE)).isTrue();
      log = Files.readAllBytes(layout.wal());
    }
    Map<Path, byte[]> heads = new HashMap<>();
    for (Path file : layout.heads()) {
      heads.put(file, Files.readAllBytes(file));
    }
    Random random = new Random(4);
    int raisedAlready = 0;
    for (int cut = 0; cut < CUTS; cut++) {
      int length = cut == 0 ? log.length : random.nextInt(log.length + 1);
      Files.deleteIfExists(layout.wal().resolveSibling("journal.db-shm"));
      for (Map.Entry<Path, byte[]> file : heads.entrySet()) {
        Files.write(file.getKey(), file.getValue());
      }
      Files.write(layout.database(), database);
      Files.write(layout.wal(), Arrays.copyOf(log, length));
      raisedAlready += OldForm.formOf(folder) == 3 ? 1 : 0;
      try (SqliteJournal journal = open()) {
        assertThat(journal.health().status()).as("cut at %d", length).isEqualTo(Health.Status.OK);
        assertThat(journal.appendDurably(Drafts.of("a", Importance.MONEY, 1)).sequence())
            .isEqualTo(RECORDS + 1);
      }
      assertThat(JournalListing.read(folder)).hasSize(2 * RECORDS + 1).containsAll(written);
      assertThat(OldForm.formOf(folder)).isEqualTo(3);
      assertThat(DamageTest.verify(folder)).isZero();
    }
    assertThat(raisedAlready).as("of both kinds").isBetween(1, CUTS - 1);
  }

  @Test
  void itIsNotBegunWithoutRoom() throws Exception {
    long bytes = Files.size(layout.database());
    try (Connection connection = Database.openForWriting(layout.database())) {
      assertThat(raise(connection, 3 * bytes - 1)).isFalse();
      assertThat(Filing.of(connection)).isEqualTo(Filing.TOGETHER);
      assertThat(raise(connection, 3 * bytes)).isTrue();
      assertThat(Filing.of(connection)).isEqualTo(Filing.BY_STREAM);
      assertThat(raise(connection, AMPLE)).as("twice").isFalse();
    }
  }

  private static boolean raise(Connection connection, long roomBytes) throws Exception {
    return FormRaise.raise(connection, Contents.read(connection).streams().values(), roomBytes);
  }
}
