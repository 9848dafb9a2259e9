// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.core.journal.JournalException;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.Sealing;
import io.wayside.journal.store.SqliteJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/**
 * One run of the journal: so many threads, each waiting for its record to be durable before it
 * hands in the next.
 *
 * @param perSecond records per second
 * @param records how many in all
 * @param batches rows of each commit, in their order
 * @param use what it did to the disk
 */
record AppendRun(double perSecond, long records, List<Integer> batches, DiskUse use) {

  private static final long QUOTA = 8L << 30;
  private static final long RESERVE = 1 << 20;

  static JournalSettings settings(Path folder) {
    return JournalSettings.standard(folder, SampleRecords.GATEWAY)
        .withQuota(QUOTA, RESERVE)
        .withSealing(new Sealing(Duration.ZERO, Optional.empty())); // no records of its own
  }

  static AppendRun measure(Path folder, int writers, double seconds)
      throws IOException, InterruptedException, ExecutionException, SQLException, JournalException {
    long records;
    double elapsedS;
    DiskUse use;
    try (SqliteJournal journal =
        SqliteJournal.open(
            settings(folder), SampleRecords.clock(), () -> SampleRecords.PROVENANCE)) {
      journal.appendDurably(
          SampleRecords.draft(SampleRecords.stream(0), 0, SampleRecords.FIRST_DAY));
      DiskUse before = DiskUse.now();
      long started = System.nanoTime();
      records = append(journal, writers, started + (long) (seconds * 1e9));
      elapsedS = (System.nanoTime() - started) / 1e9;
      use = DiskUse.now().since(before);
    }
    return new AppendRun(records / elapsedS, records, batches(folder), use);
  }

  private static long append(SqliteJournal journal, int writers, long deadlineNanos)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(writers);
    try {
      List<Future<Long>> counts = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        String stream = SampleRecords.stream(writer % 4);
        counts.add(
            threads.submit(
                () -> {
                  long done = 0;
                  while (System.nanoTime() < deadlineNanos) {
                    journal.appendDurably(
                        SampleRecords.draft(stream, done, SampleRecords.FIRST_DAY));
                    done++;
                  }
                  return done;
                }));
      }
      long records = 0;
      for (Future<Long> count : counts) {
        records += count.get();
      }
      return records;
    } finally {
      threads.shutdownNow();
    }
  }

  private static List<Integer> batches(Path folder) throws SQLException {
    List<Integer> batches = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                RecordTables.of(connection).stream()
                    .map(table -> "SELECT batch FROM " + table)
                    .collect(
                        Collectors.joining(
                            " UNION ALL ",
                            "SELECT count(*) FROM (",
                            ") GROUP BY batch ORDER BY batch")))) {
      row.next(); // the one that was appended before the time was taken
      while (row.next()) {
        batches.add(row.getInt(1));
      }
    }
    return batches;
  }
}
