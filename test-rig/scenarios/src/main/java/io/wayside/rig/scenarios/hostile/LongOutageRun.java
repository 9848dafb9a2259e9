// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.transports.Mosquitto;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code ./wayside rig long-outage}: days without a link and a disk budget that is too small. */
public final class LongOutageRun {

  static final String USAGE =
      """
      ./wayside rig long-outage [--days N] [--seed N]

      A site without a link for days, in stepped time: weighings, overloads, counts, alarms and
      telemetry into a journal whose quota is far too small; then the link comes back and the
      site goes on. Twice: a quota that all but telemetry would fit into, and one that is too
      small for the weighings alone. The centre must have what was accepted; what is missing
      must be named by the journal as thinned; what was refused must have been told so.

        --days N   without a link (default 14)
        --seed N   other moments and contents (default 1)

      exit status: 0 all holds, 1 something does not, 2 wrong usage
      """;

  private static final int DAYS = 14;
  private static final int MINUTES_OF_A_DAY = 1440;
  private static final long KIB = 1024;

  /** Of one site's day; a day brings some 4 MiB, of which some 1.5 MiB may not be given up. */
  private static final long ROOMY_KIB_A_DAY = 2_600;

  private static final long TIGHT_KIB_A_DAY = 900;

  private LongOutageRun() {}

  /** Does it and returns the exit status. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    int days = DAYS;
    int seed = 1;
    for (int i = 0; i < arguments.size(); i += 2) {
      String option = arguments.get(i);
      boolean number = i + 1 < arguments.size() && arguments.get(i + 1).matches("[1-9][0-9]{0,2}");
      if (!number || !List.of("--days", "--seed").contains(option)) {
        errors.println("long-outage: \"" + option + "\" is not expected, or lacks its number");
        errors.print(USAGE);
        return 2;
      }
      if (option.equals("--days")) {
        days = Integer.parseInt(arguments.get(i + 1));
      } else {
        seed = Integer.parseInt(arguments.get(i + 1));
      }
    }
    if (!Mosquitto.isInstalled()) {
      errors.println("long-outage needs mosquitto: apt-get install mosquitto");
      return 1;
    }
    System.setProperty("wayside.rig.centre.says", "ERROR");
    try {
      List<OutageOutcome> outcomes = run(days * MINUTES_OF_A_DAY, seed, errors);
      outcomes.forEach(outcome -> out.print(outcome.text()));
      boolean holds = outcomes.stream().allMatch(outcome -> outcome.verdict().holds());
      out.println(holds ? "the promise holds" : "THE PROMISE DOES NOT HOLD");
      return holds ? 0 : 1;
    } catch (IOException failed) {
      errors.println("long-outage could not go on: " + failed);
      return 1;
    }
  }

  /** Both quotas, side by side. */
  static List<OutageOutcome> run(int minutes, long seed, PrintStream errors)
      throws IOException, InterruptedException {
    Path memory = Path.of("/dev/shm");
    Path scratch =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "wayside-outage")
            : Files.createTempDirectory("wayside-outage");
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      List<LongOutage> outages =
          List.of(
              new LongOutage(
                  "too small for telemetry",
                  minutes,
                  quotaBytes(ROOMY_KIB_A_DAY, minutes),
                  seed,
                  scratch.resolve("roomy")),
              new LongOutage(
                  "too small for weighings",
                  minutes,
                  quotaBytes(TIGHT_KIB_A_DAY, minutes),
                  seed,
                  scratch.resolve("tight")));
      List<Future<OutageOutcome>> running = new ArrayList<>();
      for (LongOutage outage : outages) {
        running.add(pool.submit(outage::run));
      }
      errors.println(minutes + " minutes without a link, twice; this takes a minute or two");
      List<OutageOutcome> outcomes = new ArrayList<>();
      for (Future<OutageOutcome> each : running) {
        outcomes.add(each.get());
      }
      return outcomes;
    } catch (ExecutionException failed) {
      throw new IOException("an outage failed by itself", failed.getCause());
    } finally {
      pool.shutdownNow();
      Folders.delete(scratch);
    }
  }

  private static long quotaBytes(long kibADay, int minutes) {
    return kibADay * KIB * minutes / MINUTES_OF_A_DAY;
  }
}
