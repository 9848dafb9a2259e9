// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.core.record.RecordId;
import io.wayside.journal.store.JournalSettings;
import io.wayside.journal.store.SqliteJournal;
import io.wayside.rig.benchmarks.journal.SampleRecords;
import io.wayside.rig.benchmarks.uplink.QuickUplink;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The child process with a journal and an uplink. Arguments: folder, sink's port, file of marks,
 * numbers, quota in MiB.
 */
final class WaysideChild {

  private static final String DESTINATION = "centre";
  private static final int WINDOW = 1000;
  private static final int LANES = 4;
  private static final long MIB = 1024 * 1024;

  private WaysideChild() {}

  public static void main(String[] arguments) throws Exception {
    JournalSettings settings =
        JournalSettings.standard(Path.of(arguments[0]), SampleRecords.GATEWAY)
            .withQuota(Integer.parseInt(arguments[4]) * MIB, MIB);
    SqliteJournal journal =
        SqliteJournal.open(settings, SampleRecords.clock(), () -> SampleRecords.PROVENANCE);
    QuickUplink.start(
        DESTINATION, journal.outbox(DESTINATION), Integer.parseInt(arguments[1]), WINDOW);
    Orders.follow(
        System.in,
        System.out,
        arguments[2],
        arguments[3],
        (number, answer) -> {
          CompletableFuture<RecordId> kept =
              journal.append(
                  SampleRecords.draft(
                      SampleRecords.stream(number % LANES), number, SampleRecords.FIRST_DAY));
          var unused =
              kept.whenComplete(
                  (id, refused) -> {
                    if (refused == null) {
                      answer.accepted();
                    } else {
                      answer.refused();
                    }
                  });
        });
    Runtime.getRuntime().halt(0); // nobody gives orders any more
  }
}
