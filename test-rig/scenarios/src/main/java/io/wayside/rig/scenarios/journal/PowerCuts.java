// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.disk.Survival;
import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Cuts a recording off at many places, evenly spread over its entries, and inspects what is left:
 * each time with another part of the unsynced changes surviving.
 */
final class PowerCuts {

  /** What the name of a recording of a recovery contains. */
  static final String RECOVERY = "-recovery-";

  private final Path scratch;
  private final Tally tally;
  private final int threads;

  /**
   * @param scratch an existing folder, best in memory
   */
  PowerCuts(Path scratch, Tally tally, int threads) {
    this.scratch = scratch;
    this.tally = tally;
    this.threads = threads;
  }

  void run(String name, Recording recording, int cuts, long seed)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Void>> parts = new ArrayList<>();
      for (int part = 0; part < threads; part++) {
        int first = (int) ((long) cuts * part / threads);
        int end = (int) ((long) cuts * (part + 1) / threads);
        parts.add(workers.submit(part(name, recording, cuts, first, end, seed)));
      }
      for (Future<Void> part : parts) {
        part.get();
      }
    } catch (ExecutionException failed) {
      throw new IOException("a cut could not be made", failed.getCause());
    } finally {
      workers.shutdownNow();
    }
  }

  private Callable<Void> part(
      String name, Recording recording, int cuts, int first, int end, long seed) {
    return () -> {
      Replay replay = new Replay(recording);
      Path image = scratch.resolve(name + "-" + first);
      Survival[] survivals = Survival.values();
      for (int cut = first; cut < end; cut++) {
        int entries = (int) ((long) recording.entries().size() * (cut + 1) / cuts);
        // With fewer entries than cuts the same place is cut again, with another survival.
        Survival survival = survivals[cut % survivals.length];
        Random random = new Random(seed * 1_000_003 + cut);
        replay.to(entries);
        Path journal = replay.cut(survival, random, image);
        Verdict verdict = Inspection.of(journal, replay.facts());
        tally.add(
            (name.contains(RECOVERY) ? "cut of a recovery" : "power cut")
                + ", surviving: "
                + survival,
            name,
            "entry " + entries + ", cut " + cut + " of " + cuts,
            replay.facts(),
            verdict);
        Folders.delete(image);
      }
      return null;
    };
  }
}
