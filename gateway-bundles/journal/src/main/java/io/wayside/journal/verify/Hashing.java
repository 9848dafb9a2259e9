// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.verify;

import io.wayside.journal.verify.RowCheck.Fault;
import io.wayside.journal.verify.RowCheck.Row;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Checks rows on all processors and notes faults in the order of the rows. At most a few portions
 * are in memory: the reader waits for the oldest.
 */
final class Hashing {

  private static final int ROWS = 1024;
  private static final long BYTES = 4L * 1024 * 1024;

  /** What is wrong with a row of a stream. */
  private record Found(String stream, Fault fault) {}

  private final RowCheck check;
  private final Report report;
  private final Progress progress;
  private final int ahead = 2 * Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread thread = new Thread(work, "verify");
            thread.setDaemon(true);
            return thread;
          });
  private final ArrayDeque<Future<List<Found>>> portions = new ArrayDeque<>();
  private List<Row> rows = new ArrayList<>();
  private long bytes;

  Hashing(RowCheck check, Report report, Progress progress) {
    this.check = check;
    this.report = report;
    this.progress = progress;
  }

  void add(Row row) throws InterruptedException {
    rows.add(row);
    byte[] content = row.content();
    bytes += content == null ? 0 : content.length;
    if (rows.size() >= ROWS || bytes >= BYTES) {
      send();
    }
  }

  /** Waits for what is under way; nothing can be added afterwards. */
  void finish() throws InterruptedException {
    send();
    while (!portions.isEmpty()) {
      collect();
    }
    workers.shutdown();
  }

  private void send() throws InterruptedException {
    List<Row> portion = rows;
    rows = new ArrayList<>();
    bytes = 0;
    portions.add(workers.submit(() -> faults(portion)));
    progress.add(portion.size());
    if (portions.size() > ahead) {
      collect();
    }
  }

  private List<Found> faults(List<Row> portion) {
    List<Found> found = new ArrayList<>();
    for (Row row : portion) {
      Optional<Fault> fault = check.fault(row);
      fault.ifPresent(f -> found.add(new Found(row.stream(), f)));
    }
    return found;
  }

  private void collect() throws InterruptedException {
    try {
      for (Found found : portions.remove().get()) {
        JournalCheck.note(report, found.stream, found.fault);
      }
    } catch (ExecutionException unforeseen) {
      report.fault("a portion could not be checked: " + unforeseen.getCause());
    }
  }
}
