// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.data.Value;
import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real journal in a folder, and its outbox. */
final class KeptRecords implements AutoCloseable {

  private static final Provenance PROVENANCE = new Provenance("0.1.0", "0123456789abcdef", "none");
  private static final int AT_ONCE = 5000;

  final SqliteJournal journal;
  final Outbox outbox;
  private final HandTime time;

  KeptRecords(Path folder, HandTime time) throws Exception {
    this.time = time;
    this.journal = open(folder, time);
    this.outbox = journal.outbox("centre");
  }

  private static SqliteJournal open(Path folder, HandTime time) throws IOException {
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1").withQuota(512L << 20, 64 << 10);
    return SqliteJournal.open(settings, time, () -> PROVENANCE);
  }

  /** Returns when the outbox knows of them. */
  void add(String stream, Importance importance, int count) throws Exception {
    long waiting = outbox.backlog() + count;
    List<CompletableFuture<RecordId>> futures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Value.Fields body = Value.Fields.with("grossKg", 16_000.5 + i).build();
      futures.add(
          journal.append(
              new Draft(
                  stream,
                  new RecordKind("weighing", 1),
                  importance,
                  time.now(),
                  PROVENANCE,
                  body)));
      if (futures.size() == AT_ONCE || i == count - 1) {
        for (CompletableFuture<RecordId> future : futures) {
          future.get(60, TimeUnit.SECONDS);
        }
        futures.clear();
      }
    }
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (outbox.backlog() < waiting) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            outbox.backlog() + " of " + waiting + " records wait after a minute");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Override
  public void close() {
    journal.close();
  }

  /**
   * The disk takes real time, of which the hand-set clock knows nothing: waits for it, if need be.
   */
  void awaitKept(int fewerThan) {
    long deadline = System.nanoTime() + 60_000_000_000L;
    while (outbox.unkept() >= fewerThan) {
      outbox.keepSoon();
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            outbox.unkept() + " acknowledgements were not kept within a minute");
      }
      LockSupport.parkNanos(1_000_000);
    }
  }
}
