// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of a lantern with registers: it alone speaks to the device. It opens nothing and takes
 * orders while the device is away, so it is no {@code DeviceThread}.
 */
final class LanternThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LanternThread.class);

  private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long JOIN_MS = 5_000;

  private final String deviceId;
  private final @Nullable OrderKeeper keeper;
  private final ReportReader reader;
  private final Backoff backoff;
  private final TimeSource time;
  private final Semaphore rung = new Semaphore(0);
  private final Thread thread;
  private final CountDownLatch stop;
  private boolean away;
  private long retryNanos;

  /**
   * A thread that is not started.
   *
   * @param keeper null for a device that can only be read
   * @param stop counted down at the stop, for whoever waits in this thread
   */
  LanternThread(
      String deviceId,
      @Nullable OrderKeeper keeper,
      ReportReader reader,
      Backoff backoff,
      TimeSource time,
      CountDownLatch stop) {
    this.deviceId = deviceId;
    this.keeper = keeper;
    this.reader = reader;
    this.backoff = backoff;
    this.time = time;
    this.stop = stop;
    this.thread = new Thread(this::run, "lantern-" + deviceId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  void wake() {
    rung.release();
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        if (rung.tryAcquire(turn(), TimeUnit.NANOSECONDS)) {
          rung.drainPermits();
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("lantern {}: interrupted while waiting", deviceId);
    } finally {
      if (keeper != null) {
        keeper.end();
      }
      reader.end();
    }
  }

  /** One turn; returns how long until the next is due. */
  private long turn() throws InterruptedException {
    try {
      if (!away || time.monotonicNanos() - retryNanos >= 0) {
        speak();
      } else if (keeper != null) {
        keeper.refuseJobs();
      }
    } catch (DeviceException e) {
      lost(Away.of(e));
    } catch (RuntimeException | Error e) {
      // A thread that ended would leave whoever gives an order to wait for ever.
      log.error("lantern {}: fault in the driver; going on", deviceId, e);
      lost(Away.of(new LinkDown("fault in the driver (" + e + "); see the log", e)));
    }
    long now = time.monotonicNanos();
    if (away) {
      return Math.max(0, retryNanos - now);
    }
    long due = reader.untilDueNanos(now, LONGEST_NANOS);
    if (keeper == null) {
      return due;
    }
    return keeper.hasJobs() ? 0 : keeper.untilDueNanos(now, due);
  }

  private void speak() throws DeviceException, InterruptedException {
    if (keeper != null) {
      keeper.turn();
    }
    reader.turn();
    away = false;
    backoff.reset();
  }

  private void lost(Away why) {
    long now = time.monotonicNanos();
    away = true;
    retryNanos = now + TimeUnit.MILLISECONDS.toNanos(backoff.nextMs());
    if (keeper != null) {
      keeper.lost(why, now);
    }
    reader.lost(why, now);
  }

  /** Ends the thread at automatic, waiting for it at most five seconds. */
  @Override
  public void close() {
    stop.countDown();
    wake();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("lantern {}: still busy {} ms after the stop; it ends by itself", deviceId, JOIN_MS);
    }
  }
}
