// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.site.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills a site's process again and again, at any moment between opening its journal and closing it;
 * each process goes on with the journal the one before left. After each kill a copy is inspected.
 */
final class Kills {

  static final String HOW = "kill -9";

  private static final int SESSIONS = 1000;
  private static final int RECORDS = 400;
  private static final int FILLING = 1200;
  private static final int LATEST_MS = 350;
  private static final int TO_OPEN_S = 60;

  private final Path folder;
  private final Tally tally;
  private final Random random;
  private final long seed;

  /**
   * @param folder an empty folder on a real disk
   */
  Kills(Path folder, Tally tally, long seed) {
    this.folder = folder;
    this.tally = tally;
    this.random = new Random(seed);
    this.seed = seed;
  }

  void run(int kills) throws IOException, InterruptedException {
    Path journal = Files.createDirectories(folder.resolve(Recording.JOURNAL));
    Path said = folder.resolve(Recording.SAID);
    Path copy = folder.resolve("copy");
    Path log = folder.resolve("log");
    for (int kill = 0; kill < kills; kill++) {
      Facts before = Facts.of(said);
      Child.Work work =
          new Child.Work(
              seed * 7919 + kill,
              before.highest(),
              SESSIONS,
              RECORDS,
              FILLING,
              true,
              seed % 2 == 1); // every second folder's quota is full
      long saidBefore = Files.exists(said) ? Files.size(said) : 0;
      Process process = Child.start(journal, said, work, log, Map.of());
      try {
        awaitOpening(process, said, saidBefore, log);
        if (process.waitFor(random.nextInt(LATEST_MS * 1000), TimeUnit.MICROSECONDS)) {
          throw new IOException("the site failed by itself:\n" + Files.readString(log));
        }
      } finally {
        process.destroyForcibly();
        process.waitFor();
      }
      endLine(said);
      Facts facts = Facts.of(said);
      JournalFiles.copy(journal, copy);
      tally.add(
          HOW, folder.getFileName().toString(), "kill " + kill, facts, Inspection.of(copy, facts));
      Folders.delete(copy);
    }
  }

  /** Waits until it says that it opens the journal. */
  private static void awaitOpening(Process process, Path said, long before, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_OPEN_S);
    while (!Files.exists(said) || Files.size(said) == before) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IOException("the site does not start:\n" + Files.readString(log));
      }
    }
  }

  /** What the kill cut off in the middle of a line was not said; the next line begins anew. */
  private static void endLine(Path said) throws IOException {
    byte[] bytes = Files.readAllBytes(said);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    if (end < bytes.length) {
      Files.write(said, Arrays.copyOf(bytes, end));
    }
  }
}
