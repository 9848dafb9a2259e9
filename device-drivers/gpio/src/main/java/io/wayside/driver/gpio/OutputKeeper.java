// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.Lease;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.gpio.lines.Lines;
import io.wayside.driver.gpio.lines.OutputLine;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one output: opens its line in the safe state, ends leases, looks whether the line
 * still has its level, and opens it again, in the safe state, when it failed.
 */
final class OutputKeeper implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(OutputKeeper.class);

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long JOIN_MS = 1_000;

  private final String deviceId;
  private final Lines lines;
  private final boolean inverted;
  private final Lease lease;
  private final Backoff backoff;
  private final TimeSource time;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private @Nullable OutputLine line;
  private boolean stopping;
  private volatile Health health;

  OutputKeeper(
      String deviceId,
      Lines lines,
      boolean inverted,
      Lease lease,
      Backoff backoff,
      TimeSource time) {
    this.deviceId = deviceId;
    this.lines = lines;
    this.inverted = inverted;
    this.lease = lease;
    this.backoff = backoff;
    this.time = time;
    this.health = Health.starting(deviceId + ": not opened yet", time.monotonicNanos());
    this.thread = new Thread(this::run, "output-" + deviceId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  void drive(boolean on, long leaseNanos) throws LinkDown {
    lock.lock();
    try {
      OutputLine open = requireLine();
      lease.take(on, time.monotonicNanos() + leaseNanos);
      set(open);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void release() throws LinkDown {
    lock.lock();
    try {
      lease.end();
      set(requireLine());
    } finally {
      lock.unlock();
    }
  }

  private OutputLine requireLine() throws LinkDown {
    OutputLine open = line;
    if (open == null || stopping) {
      throw new LinkDown(health.message());
    }
    return open;
  }

  /** Called with the lock held. */
  private void set(OutputLine open) throws LinkDown {
    try {
      open.set(lease.on(time.monotonicNanos()) != inverted);
    } catch (LinkDown e) {
      String detail = deviceId + ": " + e.getMessage();
      lost(open, detail);
      throw new LinkDown(detail, e);
    }
  }

  private void run() {
    lock.lock();
    try {
      while (!stopping) {
        long waitNanos = keep();
        long left = changed.awaitNanos(waitNanos);
        log.trace("output {}: {} ns left", deviceId, left);
      }
    } catch (InterruptedException stopped) {
      log.debug("output {}: interrupted while waiting", deviceId);
    } finally {
      makeSafe();
      lock.unlock();
    }
  }

  /** One round; returns how long until the next. */
  private long keep() {
    OutputLine open = line;
    try {
      if (open == null) {
        line = lines.output(lease.on(time.monotonicNanos()) != inverted);
        backoff.reset();
        health = Health.ok(time.monotonicNanos());
        return LOOK_NANOS;
      }
      boolean wanted = lease.on(time.monotonicNanos()) != inverted;
      if (open.high() != wanted) {
        open.set(wanted);
      }
      return lease.leftNanos(time.monotonicNanos(), LOOK_NANOS);
    } catch (LinkDown e) {
      lost(open, deviceId + ": " + e.getMessage());
      return TimeUnit.MILLISECONDS.toNanos(backoff.nextMs());
    }
  }

  /** What was told before the loss is forgotten, so that nothing is caught up on later. */
  private void lost(@Nullable OutputLine open, String detail) {
    if (open != null) {
      open.close();
    }
    line = null;
    lease.end();
    Health now = new Health(Status.FAILED, "link-down", detail, time.monotonicNanos());
    if (!now.sameAs(health)) {
      log.warn("output {}: {}", deviceId, detail);
      health = now;
    }
  }

  private void makeSafe() {
    lease.end();
    OutputLine open = line;
    line = null;
    String detail = deviceId + ": the driver was stopped";
    try {
      if (open != null) {
        open.set(lease.on(time.monotonicNanos()) != inverted);
        open.close();
      }
    } catch (LinkDown e) {
      log.error("output {}: could not be made safe at the stop", deviceId, e);
    }
    health = new Health(Status.FAILED, "stopped", detail, time.monotonicNanos());
  }

  /** Ends in the safe state; waits for that at most a second. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.error("output {}: not known to be safe {} ms after the stop", deviceId, JOIN_MS);
    }
  }
}
