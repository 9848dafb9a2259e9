// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;

/**
 * The child process whose memory is taken after some seconds of appending by ten writers, or of the
 * same work done by the bare database. Arguments: empty folder, seconds, {@code journal} or {@code
 * sqlite}.
 */
final class MemoryLoad {

  private static final int WRITERS = 10;
  private static final int BATCHES_A_SECOND = 500;

  private MemoryLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    int seconds = Integer.parseInt(arguments[1]);
    if (arguments[2].equals("journal")) {
      AppendRun.measure(folder.resolve("journal"), WRITERS, seconds);
    } else {
      Alternatives.bareSqlite(
          folder.resolve("bare.db"), Collections.nCopies(seconds * BATCHES_A_SECOND, WRITERS));
    }
    System.out.println(
        String.format(
            Locale.ROOT, "%s resident %.1f", arguments[2], DiskUse.residentKiB() / 1024.0));
  }
}
