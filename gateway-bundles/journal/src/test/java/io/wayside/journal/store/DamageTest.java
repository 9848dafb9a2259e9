// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.verify.Verify;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files cut short or with flipped bits: the journal opens, goes on, and shows nothing false. */
@Timeout(300)
class DamageTest {

  private static final int RECORDS = 400;

  @TempDir Path folder;
  private Path original;
  private Path crashed;

  @BeforeEach
  void aJournalWithHistoryAndLog() throws Exception {
    original = folder.resolve("original");
    crashed = folder.resolve("crashed");
    JournalSettings settings = settings(original);
    try (SqliteJournal journal = open(settings)) {
      for (int i = 1; i <= RECORDS / 2; i++) {
        append(journal, i);
      }
    }
    try (SqliteJournal journal = open(settings)) {
      for (int i = RECORDS / 2 + 1; i <= RECORDS; i++) {
        append(journal, i);
      }
      copy(original, crashed); // taken while in use: what a power cut leaves
    }
  }

  @Test
  void anUndamagedCopyOfAJournalInUseHoldsAndIsNotChangedByTheCheck() throws Exception {
    byte[] before = Files.readAllBytes(crashed.resolve("journal.db"));
    byte[] walBefore = Files.readAllBytes(crashed.resolve("journal.db-wal"));
    List<String> names = names(crashed);
    assertThat(verify(crashed)).isZero();
    assertThat(Files.readAllBytes(crashed.resolve("journal.db"))).isEqualTo(before);
    assertThat(Files.readAllBytes(crashed.resolve("journal.db-wal"))).isEqualTo(walBefore);
    assertThat(names(crashed)).isEqualTo(names);
  }

  @Test
  void opensAfterItsFilesWereCutAnywhere() throws Exception {
    Random random = new Random(11);
    for (int round = 0; round < rounds(30); round++) {
      Path copy = folder.resolve("cut-" + round);
      copy(crashed, copy);
      String name = random.nextBoolean() ? "journal.db-wal" : "journal.db";
      Path file = copy.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, random.nextInt(bytes.length)));
      requireSound(copy, name + " cut in round " + round, false);
    }
  }

  @Test
  void opensWithFlippedBitsAndNeverShowsADamagedRecord() throws Exception {
    Random random = new Random(12);
    List<String> names =
        List.of("journal.db-wal", "journal.db", "heads.a", "heads.b", "sealing-key.pem");
    for (int round = 0; round < rounds(60); round++) {
      Path copy = folder.resolve("flip-" + round);
      copy(crashed, copy);
      String name = names.get(random.nextInt(10) < 8 ? random.nextInt(2) : random.nextInt(5));
      Path file = copy.resolve(name);
      byte[] bytes = Files.readAllBytes(file);
      int at = random.nextInt(bytes.length);
      bytes[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, bytes);
      String what = name + " flipped at " + at + " in round " + round;
      boolean holds = verify(copy) == 0;
      int delivered = requireSound(copy, what, true);
      if (holds) {
        assertThat(delivered).as(what).isGreaterThanOrEqualTo(RECORDS - 1);
      }
    }
  }

  /** Opens, delivers what it can, takes a new record above all old ones, and holds together. */
  private int requireSound(Path copy, String what, boolean lossIsToBeTold) throws Exception {
    JournalSettings settings = settings(copy);
    try (SqliteJournal journal = open(settings)) {
      long[] highest = new long[1];
      int delivered = 0;
      Outbox outbox = journal.outbox("auditor");
      try {
        for (List<JournalRecord> some = outbox.next(50); !some.isEmpty(); some = outbox.next(50)) {
          for (JournalRecord record : some) {
            assertThat(RecordEnvelope.hashHolds(record)).as(what).isTrue();
            if (record.id().stream().equals("a")) {
              assertThat(Drafts.number(record.body())).as(what).isEqualTo(record.id().sequence());
              delivered++;
              highest[0] = Math.max(highest[0], record.id().sequence());
            }
          }
        }
      } catch (JournalException unreadable) {
        assertThat(unreadable).as(what).isInstanceOf(JournalException.Unavailable.class);
      }
      if (lossIsToBeTold && delivered < RECORDS - 1) {
        // The very last commit cannot be told from one that never finished.
        assertThat(journal.health().status()).as(what).isNotEqualTo(Health.Status.OK);
      }
      try {
        RecordId next = journal.appendDurably(Drafts.of("a", Importance.EVENT, 0));
        assertThat(next.sequence()).as(what).isGreaterThan(highest[0]);
      } catch (JournalException refused) {
        assertThat(refused).as(what).isInstanceOf(JournalException.Unavailable.class);
      }
      return delivered;
    } catch (Exception | AssertionError failed) {
      throw new AssertionError(what, failed);
    }
  }

  private static int rounds(int usual) {
    return usual * Integer.getInteger("wayside.rounds", 1);
  }

  private static JournalSettings settings(Path folder) {
    return JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0);
  }

  private static SqliteJournal open(JournalSettings settings) throws IOException {
    return SqliteJournal.open(settings, new Drafts.HandClock(), () -> Drafts.PROVENANCE);
  }

  private static void append(SqliteJournal journal, int i) throws Exception {
    journal.appendDurably(Drafts.of("a", Importance.MONEY, i, "filling".repeat(i % 60)));
    if (i % 5 == 0) {
      journal.appendDurably(Drafts.of("b", Importance.TELEMETRY, i));
    }
  }

  static int verify(Path folder) throws InterruptedException {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    return Verify.run(nowhere, nowhere, folder.toString());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            try {
              Path target = to.resolve(from.relativize(file).toString());
              Files.createDirectories(target.getParent());
              Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
              return FileVisitResult.CONTINUE;
            } catch (IOException failed) {
              throw new UncheckedIOException(failed);
            }
          }
        });
  }
}
