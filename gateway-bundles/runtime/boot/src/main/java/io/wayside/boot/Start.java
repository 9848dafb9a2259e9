// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.SitePlan;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The verb {@code start}: validate, lock, start, answer requests, until the process is stopped. */
final class Start {

  private final Options options;
  private final Terminal terminal;

  Start(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() throws BootFailure, InterruptedException, IOException {
    Release release = Release.read(options.home());
    Site site = new Site(options.site(), release);
    SitePlan plan = site.read();
    try (StateFolder state = StateFolder.take(options.state())) {
      Gateway gateway = Gateway.start(release, site, plan, state);
      OrderlyStop stop = new OrderlyStop(gateway, terminal);
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> stop.stopAndHalt("told to"), "wayside-stop"));
      ControlServer control =
          ControlServer.open(state.controlSocket(), new Control(gateway, Start::exitSoon));
      announce(release, plan);
      gateway.framework().waitForStop();
      control.close();
    }
    return ExitCode.ORDERLY;
  }

  private static void announce(Release release, SitePlan plan) {
    Logger log = LoggerFactory.getLogger(Start.class);
    log.info(
        "gateway {} of {} started in {} ms: release {}, configuration {}",
        plan.gateway(),
        plan.tenant(),
        ManagementFactory.getRuntimeMXBean().getUptime(),
        release.version(),
        plan.hash());
  }

  /** Begins the shutdown, whose hook stops the gateway, after the answer has gone out. */
  private static void exitSoon() {
    new Thread(() -> System.exit(ExitCode.ORDERLY.number()), "wayside-exit").start();
  }
}
