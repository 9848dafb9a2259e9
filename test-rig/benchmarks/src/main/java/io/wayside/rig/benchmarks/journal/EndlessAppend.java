// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.journal.store.SqliteJournal;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Appends in bursts until it is killed. Argument: folder of a journal. */
final class EndlessAppend {

  private static final int BURST = 20;

  private EndlessAppend() {}

  public static void main(String[] arguments) throws Exception {
    SqliteJournal journal = FilledJournal.open(Path.of(arguments[0]));
    for (long number = 0; ; number += BURST) {
      CompletableFuture<?>[] burst = new CompletableFuture<?>[BURST];
      for (int i = 0; i < BURST; i++) {
        burst[i] =
            journal.append(
                SampleRecords.draft(
                    SampleRecords.stream(i % FilledJournal.LANES),
                    number + i,
                    SampleRecords.FIRST_DAY));
      }
      CompletableFuture.allOf(burst).get();
    }
  }
}
