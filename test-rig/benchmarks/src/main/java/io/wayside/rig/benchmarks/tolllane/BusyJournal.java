// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.Sealing;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.benchmarks.journal.SampleRecords;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** A journal on disk that other writers keep as busy as it can be. */
final class BusyJournal implements AutoCloseable {

  private static final int WRITERS = 4;
  private static final long QUOTA = 16L << 30;
  private static final long RESERVE = 1 << 20;

  private final SqliteJournal journal;
  private final ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
  private final List<Future<Long>> written = new ArrayList<>();
  private volatile boolean running = true;

  BusyJournal(Path folder, TimeSource time) throws IOException {
    journal =
        SqliteJournal.open(
            JournalSettings.standard(folder, SampleRecords.GATEWAY)
                .withQuota(QUOTA, RESERVE)
                .withSealing(new Sealing(Duration.ZERO, Optional.empty())),
            time,
            () -> SampleRecords.PROVENANCE);
    for (int writer = 0; writer < WRITERS; writer++) {
      String stream = SampleRecords.stream(writer);
      written.add(threads.submit(() -> write(stream)));
    }
  }

  SqliteJournal journal() {
    return journal;
  }

  private long write(String stream) throws JournalException, InterruptedException {
    long done = 0;
    while (running) {
      journal.appendDurably(SampleRecords.draft(stream, done, SampleRecords.FIRST_DAY));
      done++;
    }
    return done;
  }

  /** Ends the others' writing; how many records they got in. */
  long settle() throws InterruptedException, ExecutionException {
    running = false;
    long all = 0;
    for (Future<Long> each : written) {
      all += each.get();
    }
    return all;
  }

  @Override
  public void close() {
    running = false;
    threads.shutdown();
    try {
      if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    journal.close();
  }
}
