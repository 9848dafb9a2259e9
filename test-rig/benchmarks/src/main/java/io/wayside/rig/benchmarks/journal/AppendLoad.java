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
    Path rawFile = folder.resolve("raw");
    Path bareFile = folder.resolve("bare.db");
    Alternatives.Measured raw;
    Alternatives.Measured sqlite;
    if (round % 2 == 0) {
      raw = Alternatives.rawFile(rawFile, journal.batches());
      sqlite = Alternatives.bareSqlite(bareFile, journal.batches());
    } else {
      sqlite = Alternatives.bareSqlite(bareFile, journal.batches());
      raw = Alternatives.rawFile(rawFile, journal.batches());
    }
    Folders.delete(folder);
    if (round == 0) {
      return;
    }
    say(writers, "journal", journal.perSecond());
    say(writers, "raw", raw.perSecond());
    say(writers, "raw-bytes", raw.bytes());
    say(writers, "sqlite", sqlite.perSecond());
    say(writers, "sqlite-bytes", sqlite.bytes());
    say(writers, "rows", (double) journal.records() / journal.batches().size());
    say(writers, "syncs", (double) journal.use().syncs() / journal.records());
    say(writers, "bytes", (double) journal.use().writtenBytes() / journal.records());
  }

  private static void say(int writers, String name, double value) {
    System.out.println(String.format(Locale.ROOT, "%d %s %.4f", writers, name, value));
  }
}
