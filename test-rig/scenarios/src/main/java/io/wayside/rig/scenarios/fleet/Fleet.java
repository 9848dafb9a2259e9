// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.journal.JournalException;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.transports.RigTime;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code ./wayside rig fleet}: hundreds of uplinks, one broker, an outage, and a count of all. */
public final class Fleet {

  private static final int WRONG_USAGE = 2;

  private Fleet() {}

  /** Runs it and returns the exit code. */
  public static int run(List<String> arguments, PrintStream out, PrintStream progress)
      throws Exception {
    if (arguments.contains("--help")) {
      out.print(FleetOptions.HELP);
      return 0;
    }
    FleetOptions options;
    try {
      options = FleetOptions.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      progress.println("wayside rig fleet: " + wrong.getMessage());
      return WRONG_USAGE;
    }
    try {
      Results results = options.forecast() ? forecast(options) : run(options, progress);
      out.print(options.json() ? results.json() + System.lineSeparator() : results.table());
      return results.holds() ? 0 : 1;
    } catch (IOException | IllegalStateException cannot) {
      progress.println("wayside rig fleet: " + cannot.getMessage());
      return 1;
    }
  }

  private static Results forecast(FleetOptions options) {
    Results results = new Results();
    new Forecast(
            options.gateways(),
            options.outage(),
            options.firstConnectWithin(),
            options.longestPause(),
            Duration.ZERO,
            options.seed())
        .run(results);
    return results;
  }

  static Results run(FleetOptions options, PrintStream progress) throws Exception {
    TimeSource time = new RigTime();
    String tenant = "rig-fleet-" + options.seed();
    Path folder = Files.createTempDirectory("wayside-fleet");
    List<Gateway> gateways = new ArrayList<>();
    Arrivals arrivals = new Arrivals();
    try (FleetBroker broker = FleetBroker.of(options.broker(), folder);
        Checker checker = new Checker(broker.address(), tenant, time, arrivals)) {
      checker.listen();
      Footprint bare = Footprint.take();
      build(options, folder, time, gateways);
      Footprint built = Footprint.take();
      Results results = new Results();
      new FleetRun(options, tenant, gateways, broker, checker, arrivals, time, results, progress)
          .run(bare, built);
      if (!broker.isOurs()) {
        for (Gateway gateway : gateways) {
          checker.forget(gateway.name());
        }
      }
      return results;
    } finally {
      gateways.forEach(Gateway::closeJournal);
      Folders.delete(folder);
    }
  }

  /** Names are for life: the same gateway has the same client id in every connection. */
  private static void build(
      FleetOptions options, Path folder, TimeSource time, List<Gateway> gateways)
      throws IOException, JournalException {
    for (int i = 0; i < options.gateways(); i++) {
      String name = String.format(Locale.ROOT, "fleet-%05d", i + 1);
      long seed = options.seed() * 1_000_003 + i;
      gateways.add(
          i < options.durable()
              ? Gateway.onDisk(name, folder.resolve(name), seed, time)
              : Gateway.inMemory(name, seed, time));
    }
  }
}
