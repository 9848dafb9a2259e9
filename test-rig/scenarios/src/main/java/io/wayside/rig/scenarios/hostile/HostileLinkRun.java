// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.transports.Mosquitto;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** {@code ./wayside rig hostile-link}: every combination, and the table of what came of them. */
public final class HostileLinkRun {

  private static final int TELL_EVERY = 20;

  private final HostileOptions options;
  private final PrintStream errors;
  private final Table table = new Table();

  private HostileLinkRun(HostileOptions options, PrintStream errors) {
    this.options = options;
    this.errors = errors;
  }

  /** Does it and returns the exit status. */
  public static int run(List<String> arguments, PrintStream out, PrintStream errors)
      throws InterruptedException {
    if (arguments.contains("--help")) {
      out.print(HostileOptions.USAGE);
      return 0;
    }
    if (!Mosquitto.isInstalled()) {
      errors.println("hostile-link needs mosquitto: apt-get install mosquitto");
      return 1;
    }
    try {
      // Before the first logger: that the broker is gone is said here by the thousand.
      System.setProperty("wayside.rig.centre.says", "ERROR");
      Table table = run(HostileOptions.parse(arguments), errors);
      out.print(table.text());
      out.println(table.holds() ? "the promise holds" : "THE PROMISE DOES NOT HOLD");
      return table.holds() ? 0 : 1;
    } catch (HostileOptions.Wrong wrong) {
      errors.println("hostile-link: " + wrong.getMessage());
      errors.print(HostileOptions.USAGE);
      return 2;
    } catch (IOException failed) {
      errors.println("hostile-link could not go on: " + failed);
      return 1;
    }
  }

  /** Runs what was asked for. */
  static Table run(HostileOptions options, PrintStream errors)
      throws IOException, InterruptedException {
    Path memory = Path.of("/dev/shm");
    Path scratch =
        Files.isWritable(memory)
            ? Files.createTempDirectory(memory, "wayside-hostile")
            : Files.createTempDirectory("wayside-hostile");
    try {
      return new HostileLinkRun(options, errors).run(chosen(options), scratch);
    } finally {
      Folders.delete(scratch);
    }
  }

  private static List<Combination> chosen(HostileOptions options) {
    List<Combination> all = new ArrayList<>(Combination.all());
    if (options.only() >= 0) {
      return List.of(all.get(options.only()));
    }
    Collections.shuffle(all, new Random(options.seed())); // slow and quick ones side by side
    return all.subList(0, Math.min(all.size(), options.combinations()));
  }

  private Table run(List<Combination> chosen, Path scratch) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(options.parallel());
    try {
      List<Future<Outcome>> running = new ArrayList<>();
      for (Combination combination : chosen) {
        running.add(pool.submit(trial(combination, scratch)));
      }
      for (Future<Outcome> each : running) {
        Outcome outcome = each.get();
        table.add(outcome);
        tell(outcome, chosen.size());
      }
      return table;
    } catch (ExecutionException defect) {
      throw new IllegalStateException("a trial failed in a way it must not", defect.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private Callable<Outcome> trial(Combination combination, Path scratch) {
    return () -> {
      Path folder = scratch.resolve("trial-" + combination.number());
      try {
        Files.createDirectory(folder);
        return Trial.run(
            combination, folder, options.records(), options.seed() * 10_007 + combination.number());
      } catch (InterruptedException ended) {
        throw ended;
      } catch (Exception failed) {
        return Outcome.failed(combination, failed);
      } finally {
        Folders.delete(folder);
      }
    };
  }

  private void tell(Outcome outcome, int of) {
    if (!outcome.verdict().holds()) {
      errors.println(outcome.combination() + ": " + outcome.verdict().first());
    }
    if (table.trials() % TELL_EVERY == 0 || table.trials() == of) {
      errors.println(
          String.format(
              Locale.ROOT,
              "%,d of %,d combinations done, %s",
              table.trials(),
              of,
              table.holds() ? "all hold" : table.broken() + " DO NOT HOLD"));
    }
  }
}
