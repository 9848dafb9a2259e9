// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.rig.scenarios.site.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The child process that appends: with the shim before its C library, or without. Runs the journal
 * and what it is compared with in turn, and prints {@code WRITERS NAME VALUE} for each.
 *
 * <p>Arguments: empty folder, rounds, seconds of each run, numbers of writers.
 */
final class AppendLoad {

  private AppendLoad() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    double seconds = Double.parseDouble(arguments[2]);
    List<Integer> numbers =
        List.of(arguments).subList(3, arguments.length).stream().map(Integer::valueOf).toList();
    for (int round = 0; round <= rounds; round++) {
      for (int writers : numbers) {
        boolean warmUp = round == 0;
        round(folder.resolve("run"), writers, warmUp ? seconds / 2 : seconds, round);
      }
    }
  }

  private static void round(Path folder, int writers, double seconds, int round) throws Exception {
    Files.createDirectories(folder);
    AppendRun journal = AppendRun.measure(folder.resolve("journal"), writers, seconds);
    double raw = 0;
    if (round % 2 == 0) {
      raw = Alternatives.rawFile(folder.resolve("raw"), journal.batches());
    }
    double sqlite = Alternatives.bareSqlite(folder.resolve("bare.db"), journal.batches());
    if (round % 2 == 1) {
      raw = Alternatives.rawFile(folder.resolve("raw"), journal.batches());
    }
    Folders.delete(folder);
    if (round == 0) {
      return;
    }
    say(writers, "journal", journal.perSecond());
    say(writers, "raw", raw);
    say(writers, "sqlite", sqlite);
    say(writers, "rows", (double) journal.records() / journal.batches().size());
    say(writers, "syncs", (double) journal.use().syncs() / journal.records());
    say(writers, "bytes", (double) journal.use().writtenBytes() / journal.records());
    say(writers, "resident", journal.residentKiB() / 1024.0);
  }

  private static void say(int writers, String name, double value) {
    System.out.println(String.format(Locale.ROOT, "%d %s %.4f", writers, name, value));
  }
}
