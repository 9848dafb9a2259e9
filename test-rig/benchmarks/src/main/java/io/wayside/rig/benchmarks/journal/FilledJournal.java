// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.core.record.RecordId;
import io.wayside.journal.store.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A journal with as many days of records as asked for, over four lanes. */
public final class FilledJournal {

  public static final int LANES = 4;
  private static final int UNDER_WAY = 5000;

  private FilledJournal() {}

  public static SqliteJournal open(Path folder) throws IOException {
    return SqliteJournal.open(
        AppendRun.settings(folder), SampleRecords.clock(), () -> SampleRecords.PROVENANCE);
  }

  public static void fill(Path folder, int days, int perDay)
      throws IOException, InterruptedException {
    Semaphore underWay = new Semaphore(UNDER_WAY);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Duration apart = Duration.ofDays(1).dividedBy(perDay);
    try (SqliteJournal journal = open(folder)) {
      for (long number = 0; number < (long) days * perDay; number++) {
        underWay.acquire();
        CompletableFuture<RecordId> accepted =
            journal.append(
                SampleRecords.draft(
                    SampleRecords.stream((int) (number % LANES)),
                    number,
                    SampleRecords.FIRST_DAY.plus(apart.multipliedBy(number))));
        var unused =
            accepted.whenComplete(
                (id, failed) -> {
                  failure.compareAndSet(null, failed);
                  underWay.release();
                });
      }
      underWay.acquire(UNDER_WAY);
    }
    Throwable failed = failure.get();
    if (failed != null) {
      throw new IOException("the journal could not be filled", failed);
    }
  }
}
