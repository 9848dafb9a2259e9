// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.time.TimeSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes every gateway work at the same rate, evenly out of step; what a late tick missed follows.
 */
final class Loader {

  private static final Logger LOG = LoggerFactory.getLogger(Loader.class);
  private static final long TICK_MS = 20;

  private final List<Gateway> gateways;
  private final double rateHz;
  private final TimeSource time;
  private final long[] done;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "fleet-loader"));
  private long startedNanos;

  Loader(List<Gateway> gateways, double rateHz, TimeSource time) {
    this.gateways = gateways;
    this.rateHz = rateHz;
    this.time = time;
    this.done = new long[gateways.size()];
  }

  void start() {
    startedNanos = time.monotonicNanos();
    ScheduledFuture<?> unused =
        thread.scheduleAtFixedRate(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    try {
      double elapsedS = (time.monotonicNanos() - startedNanos) / 1e9;
      for (int i = 0; i < done.length; i++) {
        long due = due(elapsedS, rateHz, i, done.length);
        for (; done[i] < due; done[i]++) {
          gateways.get(i).work();
        }
      }
    } catch (RuntimeException broken) {
      LOG.error("the fleet's records stop here", broken); // the executor would not say so
      throw broken;
    }
  }

  /** How many records the i-th of n gateways has made after so many seconds. */
  static long due(double elapsedS, double rateHz, int i, int n) {
    return (long) Math.floor(elapsedS * rateHz + (double) i / n);
  }

  /** No more records when it returns. */
  void stop() throws InterruptedException {
    thread.shutdown();
    if (!thread.awaitTermination(30, TimeUnit.SECONDS)) {
      LOG.error("the fleet's records could not be stopped within 30 s");
    }
  }
}
