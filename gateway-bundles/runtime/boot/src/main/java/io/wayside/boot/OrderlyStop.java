// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops a gateway from the outside in: first what reads devices, then the last record of the run is
 * written, then the uplinks send what waits and end, then the framework. A watchdog ends the
 * process when a step hangs, and says which.
 */
final class OrderlyStop {

  /** Below the 5 s that whoever asked will wait. */
  static final Duration LONGEST = Duration.ofMillis(4500);

  private static final Logger log = LoggerFactory.getLogger(OrderlyStop.class);

  /** The bundles of stations and drivers share this. */
  private static final Duration USERS = Duration.ofSeconds(2);

  /** Uplinks send what waits for 1.5 s at the most; the rest is for the others. */
  private static final Duration UPLINKS = Duration.ofSeconds(2);

  private final Gateway gateway;
  private final Terminal terminal;
  private volatile String step = "begin";

  OrderlyStop(Gateway gateway, Terminal terminal) {
    this.gateway = gateway;
    this.terminal = terminal;
  }

  /** Stops and ends the process; never returns. For a shutdown hook, where exit() would hang. */
  void stopAndHalt(String reason) {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread watchdog = new Thread(() -> watch(stopped), "wayside-watchdog");
    watchdog.setDaemon(true);
    watchdog.start();
    ExitCode exitCode = stop(reason);
    stopped.countDown();
    Runtime.getRuntime().halt(exitCode.number());
  }

  /** Stops; says how that went. */
  ExitCode stop(String reason) {
    log.info("stopping: {}", reason);
    try {
      step = "stations and drivers";
      if (!gateway.framework().goTo(gateway.release().uplinkLevel(), USERS)) {
        log.warn("{} have not stopped within {} ms", step, USERS.toMillis());
      }
      step = "the last record";
      gateway.services().stopping(reason);
      step = "uplinks";
      gateway.framework().goTo(gateway.release().configureAfter(), UPLINKS);
      step = "the framework";
      if (!gateway.framework().stop(LONGEST)) {
        return ExitCode.STOP_OVERDUE;
      }
      log.info("stopped");
      return ExitCode.ORDERLY;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return ExitCode.STOP_OVERDUE;
    } catch (BundleException | RuntimeException failed) {
      log.error("stopping {} failed", step, failed);
      return ExitCode.FAULT;
    }
  }

  private void watch(CountDownLatch stopped) {
    try {
      if (!stopped.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)) {
        terminal
            .err()
            .println(
                "wayside-gateway: ended by force after %d ms: %s did not stop; threads: %s"
                    .formatted(LONGEST.toMillis(), step, Threads.busy()));
        Runtime.getRuntime().halt(ExitCode.STOP_OVERDUE.number());
      }
    } catch (InterruptedException nobodyDoesThat) {
      Thread.currentThread().interrupt();
    }
  }
}
