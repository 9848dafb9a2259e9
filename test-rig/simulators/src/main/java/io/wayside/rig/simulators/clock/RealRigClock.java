// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The machine's own time, with one daemon thread on which all actions run. */
public final class RealRigClock implements RigClock, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(RealRigClock.class);

  private final long originNanos = System.nanoTime();
  private final ScheduledThreadPoolExecutor executor;

  public RealRigClock() {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "rig-clock");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setRejectedExecutionHandler(
        (work, stopped) -> log.debug("clock closed, action left out"));
  }

  @Override
  public long nanos() {
    return System.nanoTime() - originNanos;
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Task at(long dueNanos, Runnable action) {
    Future<?> pending =
        executor.schedule(
            () -> runLogged(action), Math.max(0, dueNanos - nanos()), TimeUnit.NANOSECONDS);
    return () -> pending.cancel(false);
  }

  private static void runLogged(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      log.error("action of a simulated device failed; the clock goes on", e);
    }
  }

  /** Waits up to a second for the action now running; later actions never run. */
  @Override
  public void close() {
    executor.shutdownNow();
    try {
      if (!executor.awaitTermination(1, TimeUnit.SECONDS)) {
        log.warn("an action of a simulated device is still running after the clock was closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
