// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.journal.store.Drafts.HandClock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class SqliteJournalTest {

  @TempDir Path folder;
  private final HandClock clock = new HandClock();

  private JournalSettings settings() {
    return JournalSettings.standard(folder, "gw-1")
        .withQuota(64 << 20, 64 << 10)
        .withSealing(Drafts.QUIET);
  }

  private SqliteJournal open() throws Exception {
    return SqliteJournal.open(settings(), clock, () -> Drafts.PROVENANCE);
  }

  @Test
  void numbers_each_stream_from_one_without_a_gap_and_chains_it() throws Exception {
    try (SqliteJournal journal = open()) {
      List<CompletableFuture<RecordId>> futures = new ArrayList<>();
      for (int i = 1; i <= 1000; i++) {
        futures.add(journal.append(Drafts.of("a", Importance.MONEY, i)));
        futures.add(journal.append(Drafts.of("b", Importance.TELEMETRY, i)));
      }
      for (CompletableFuture<RecordId> future : futures) {
        future.get(60, TimeUnit.SECONDS);
      }
      for (String stream : List.of("a", "b")) {
        String previous = "0".repeat(64);
        for (int i = 1; i <= 1000; i++) {
          JournalRecord record = journal.read(new RecordId("gw-1", stream, i)).orElseThrow();
          assertThat(Drafts.number(record.body())).isEqualTo(i);
          assertThat(record.previousHash()).isEqualTo(previous);
          assertThat(RecordEnvelope.hashHolds(record)).isTrue();
          previous = record.hash();
        }
      }
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
    }
  }

  @Test
  void continues_after_a_restart_where_it_was() throws Exception {
    try (SqliteJournal journal = open()) {
      assertThat(journal.appendDurably(Drafts.of("a", Importance.EVENT, 1)).sequence())
          .isEqualTo(1);
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.next(10)).hasSize(1);
      outbox.acknowledge(new RecordId("gw-1", "a", 1));
      assertThat(outbox.backlog()).isZero();
    }
    try (SqliteJournal journal = open()) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.backlog()).isZero();
      assertThat(journal.appendDurably(Drafts.of("a", Importance.EVENT, 2)).sequence())
          .isEqualTo(2);
      assertThat(outbox.next(10)).extracting(r -> r.id().sequence()).containsExactly(2L);
      assertThat(journal.outbox("second").next(10)).hasSize(2);
    }
  }

  @Test
  void a_hundred_writers_share_commits_and_each_keeps_its_order() throws Exception {
    try (SqliteJournal journal = open()) {
      int writers = 100;
      int each = 50;
      CountDownLatch done = new CountDownLatch(writers);
      for (int w = 0; w < writers; w++) {
        int writer = w;
        Thread thread =
            new Thread(
                () -> {
                  try {
                    for (int i = 1; i <= each; i++) {
                      RecordId id =
                          journal.appendDurably(
                              Drafts.of("s" + writer % 10, Importance.EVENT, writer * 1000L + i));
                      assertThat(journal.read(id)).isPresent();
                    }
                    done.countDown();
                  } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                  }
                });
        thread.start();
      }
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      for (int s = 0; s < 10; s++) {
        long[] last = new long[writers];
        for (int i = 1; i <= writers / 10 * each; i++) {
          JournalRecord record = journal.read(new RecordId("gw-1", "s" + s, i)).orElseThrow();
          long number = Drafts.number(record.body());
          int writer = (int) (number / 1000);
          assertThat(number % 1000).isEqualTo(last[writer] + 1);
          last[writer]++;
        }
      }
    }
  }

  @Test
  void wakes_whoever_waits_for_something_new() throws Exception {
    try (SqliteJournal journal = open()) {
      Outbox outbox = journal.outbox("centre");
      CountDownLatch woken = new CountDownLatch(1);
      try (AutoCloseable subscription = outbox.onNew(woken::countDown)) {
        assertThat(subscription).isNotNull();
        journal.appendDurably(Drafts.of("a", Importance.EVENT, 1));
        assertThat(woken.await(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void keeps_a_blob_once_and_lets_it_go_with_its_last_record() throws Exception {
    byte[] picture = "picture".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    JournalSettings settings = settings().withKeepAcknowledged(Duration.ZERO);
    try (SqliteJournal journal = SqliteJournal.open(settings, clock, () -> Drafts.PROVENANCE)) {
      for (int i = 1; i <= 2; i++) {
        Draft plain = Drafts.of("a", Importance.EVENT, i);
        journal.appendDurably(
            new Draft(
                plain.stream(),
                plain.kind(),
                plain.importance(),
                plain.occurred(),
                plain.provenance(),
                plain.body(),
                List.of(new Blob("picture", "image/jpeg", picture))));
      }
      Outbox outbox = journal.outbox("centre");
      List<JournalRecord> records = outbox.next(10);
      String sha256 = records.get(0).blobs().get(0).sha256();
      Path file = new BlobStore(new Layout(folder).blobs()).file(sha256);
      assertThat(Files.readAllBytes(file)).isEqualTo(picture);
      records.forEach(r -> outbox.acknowledge(r.id()));
      clock.forwardSeconds(3600);
      // A commit gives retention its turn; the next ones come after it.
      for (int i = 3; i <= 6; i++) {
        journal.appendDurably(Drafts.of("b", Importance.EVENT, i));
      }
      assertThat(file).doesNotExist();
      assertThat(journal.read(new RecordId("gw-1", "a", 2))).isEmpty();
    }
  }

  @Test
  void who_waits_for_acknowledgements_to_be_kept_is_woken_though_no_record_comes()
      throws Exception {
    try (SqliteJournal journal = open()) {
      RecordId id = journal.appendDurably(Drafts.of("a", Importance.EVENT, 1));
      Outbox outbox = journal.outbox("centre");
      assertThat(outbox.next(10)).hasSize(1);
      CountDownLatch kept = new CountDownLatch(1);
      try (AutoCloseable subscription =
          outbox.onNew(
              () -> {
                if (outbox.unkept() == 0) {
                  kept.countDown();
                }
              })) {
        assertThat(subscription).isNotNull();
        outbox.acknowledge(id);
        outbox.keepSoon();
        assertThat(kept.await(60, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  @Test
  void many_who_append_at_once_and_time_and_again_are_numbered_and_sealed_without_a_fault()
      throws Exception {
    int threads = 12;
    int each = 150;
    ExecutorService appending = Executors.newFixedThreadPool(threads);
    try (SqliteJournal journal = open()) {
      List<Future<Long>> last = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        String stream = "s" + thread % 3;
        long from = 1000L * thread;
        last.add(
            appending.submit(
                () -> {
                  long before = 0;
                  for (int i = 0; i < each; i++) {
                    long given =
                        journal
                            .appendDurably(Drafts.of(stream, Importance.ENFORCEMENT, from + i))
                            .sequence();
                    assertThat(given).isGreaterThan(before); // its own come in its order
                    before = given;
                  }
                  return before;
                }));
      }
      for (Future<Long> one : last) {
        assertThat(one.get(60, TimeUnit.SECONDS)).isLessThanOrEqualTo(threads / 3L * each);
      }
      for (String stream : List.of("s0", "s1", "s2")) {
        assertThat(journal.read(new RecordId("gw-1", stream, threads / 3L * each))).isPresent();
        assertThat(journal.read(new RecordId("gw-1", stream, threads / 3L * each + 1))).isEmpty();
      }
    } finally {
      appending.shutdownNow();
    }
    assertThat(VerifySays.of(folder)).contains("exit status 0");
  }
}
