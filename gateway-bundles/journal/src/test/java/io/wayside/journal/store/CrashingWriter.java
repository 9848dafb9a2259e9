// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.journal.Outbox;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * Appends, acknowledges and lets retention run until it is killed; says on standard output what was
 * accepted ({@code + stream sequence number}).
 */
final class CrashingWriter {

  private CrashingWriter() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    PrintStream out = System.out;
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 64 << 10)
            .withKeepAcknowledged(Duration.ofDays(1));
    Drafts.HandClock clock = new Drafts.HandClock();
    SqliteJournal journal = SqliteJournal.open(settings, clock, () -> Drafts.PROVENANCE);
    Outbox outbox = journal.outbox("centre");
    for (int w = 0; w < 4; w++) {
      int writer = w;
      Thread thread =
          new Thread(
              () -> {
                Random random = new Random(seed + writer);
                try {
                  while (true) {
                    long number = random.nextLong(1L << 50);
                    RecordId id =
                        journal.appendDurably(
                            Drafts.of(
                                "s" + writer % 3,
                                Importance.EVENT,
                                number,
                                "x".repeat(random.nextInt(1200))));
                    synchronized (out) {
                      out.println("+ " + id.stream() + " " + id.sequence() + " " + number);
                    }
                  }
                } catch (Exception failed) {
                  failed.printStackTrace(out);
                }
              });
      thread.start();
    }
    while (true) {
      for (JournalRecord record : outbox.next(100)) {
        outbox.acknowledge(record.id());
      }
      clock.forwardSeconds(1);
    }
  }
}
