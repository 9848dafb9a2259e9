// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.Importance;
import io.wayside.journal.seal.FileSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Numbers are reserved on stable storage before they are used, and nobody else waits for that. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReservationsTest {

  @TempDir private Path folder;
  private Layout layout;
  private Connection connection;
  private Ledger ledger;
  private Reservations reservations;

  @BeforeEach
  void begin() throws Exception {
    layout = new Layout(folder);
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withSealing(Drafts.QUIET);
    try (SqliteJournal journal =
        SqliteJournal.open(settings, new Drafts.HandClock(), () -> Drafts.PROVENANCE)) {
      journal.appendDurably(Drafts.of("a", Importance.MONEY, 1));
    }
    for (Path file : layout.heads()) {
      Files.deleteIfExists(file);
    }
    connection = Database.openForWriting(layout.database());
    KeyPair pair = FileSigner.newPair();
    Contents contents = Contents.read(connection);
    ledger =
        new Ledger(
            connection,
            new FileSigner(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded()),
            contents);
    reservations =
        new Reservations(new HeadsFile(layout, 0), "gw-1", Optional.empty(), contents.streams());
  }

  @AfterEach
  void end() throws Exception {
    connection.close();
  }

  private long ceiling(String stream) {
    return requireNonNull(HeadsFile.read(layout.heads()).orElseThrow().heads().get(stream))
        .ceiling();
  }

  @Test
  void aNumberThatIsNotReservedIsReservedOnStorageWithABlockBehindIt() throws Exception {
    assertThat(reservations.cover(Map.of("a", 1L))).isTrue();
    assertThat(reservations.cover(Map.of("a", 2L))).isFalse();
    reservations.reserve(Map.of("a", 2L, "new", 1L), ledger);
    assertThat(ceiling("a")).isEqualTo(2 + Reservations.BLOCK);
    assertThat(ceiling("new")).isEqualTo(1 + Reservations.BLOCK);
    assertThat(reservations.cover(Map.of("a", 2 + Reservations.BLOCK))).isTrue();
    assertThat(reservations.cover(Map.of("a", 3 + Reservations.BLOCK))).isFalse();
  }

  @Test
  void whatCouldNotBeWrittenIsNotReserved() throws Exception {
    for (Path file : layout.heads()) {
      Files.createDirectories(file.resolve("in the way"));
    }
    assertThatThrownBy(() -> reservations.reserve(Map.of("a", 2L), ledger))
        .isInstanceOf(IOException.class);
    assertThat(reservations.cover(Map.of("a", 2L))).isFalse();
  }

  @Test
  void whoNeedsNoNewNumbersDoesNotWaitWhileTheFileIsWritten() throws Exception {
    reservations.reserve(Map.of("a", 2L), ledger);
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Reservations held = reservations;
    Thread writer =
        new Thread(
            () -> {
              synchronized (held) { // as the thread does that brings the heads up to date
                writing.countDown();
                try {
                  done.await();
                } catch (InterruptedException stopped) {
                  Thread.currentThread().interrupt();
                }
              }
            });
    writer.setDaemon(true);
    writer.start();
    writing.await();
    reservations.reserve(Map.of("a", 100L), ledger);
    assertThat(reservations.cover(Map.of("a", 100L))).isTrue();
    done.countDown();
    writer.join();
  }
}
