// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.Transport;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two threads of one converter: one opens, reads and opens again; the other looks whether anything
 * came, since a reading may wait for ever, and closes what is silent. Not a {@code DeviceThread},
 * which has one thread and tells no silence from a fault of the link.
 */
final class ConverterThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ConverterThread.class);

  private static final long LOOK_EVERY_MS = 100;
  private static final long JOIN_MS = 1_000;

  private final String name;
  private final Transport transport;
  private final Session session;
  private final Backoff backoff;
  private final TimeSource time;
  private final long silentAfterNanos;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread reader;
  private final Thread watch;
  private volatile Health health;
  private volatile @Nullable Feed current;
  private volatile long aliveNanos;
  private volatile boolean silent;

  ConverterThread(
      String name,
      Transport transport,
      Session session,
      Backoff backoff,
      TimeSource time,
      long silentAfterNanos) {
    this.name = name;
    this.transport = transport;
    this.session = session;
    this.backoff = backoff;
    this.time = time;
    this.silentAfterNanos = silentAfterNanos;
    this.health = session.health();
    this.reader = daemon(this::run, name);
    this.watch = daemon(this::watch, name + "-watch");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    reader.start();
    watch.start();
  }

  Health health() {
    return health;
  }

  private void run() {
    try {
      while (!stopping()) {
        readUntilItBreaks();
        publish();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", name);
    } finally {
      session.stopped(time.monotonicNanos());
      publish();
    }
  }

  private void readUntilItBreaks() {
    silent = false;
    try (Feed feed = transport.open()) {
      session.opened(time.monotonicNanos());
      publish();
      aliveNanos = time.monotonicNanos();
      current = feed;
      while (!stopping()) {
        Batch batch = feed.next();
        aliveNanos = batch.arrivedNanos();
        if (session.received(batch)) {
          backoff.reset();
        }
        publish();
      }
    } catch (DeviceException e) {
      if (!stopping()) {
        broke(e);
      }
    } catch (RuntimeException e) {
      log.error("{}: fault in the driver; opening the converter again", name, e);
      session.down(
          Cause.LINK_DOWN,
          name + ": fault in the driver (" + e + "); see the log",
          time.monotonicNanos());
    } finally {
      current = null;
    }
  }

  private void broke(DeviceException why) {
    if (silent) {
      session.down(
          Cause.SILENT,
          name
              + ": no samples of "
              + transport.place()
              + " for "
              + silentAfterNanos / 1_000_000
              + " ms; check its trigger, clock and wiring",
          time.monotonicNanos());
    } else {
      session.down(why, time.monotonicNanos());
    }
  }

  private void watch() {
    try {
      while (!stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        Feed feed = current;
        if (feed != null && time.monotonicNanos() - aliveNanos > silentAfterNanos) {
          silent = true;
          feed.close();
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: watch interrupted", name);
    }
  }

  private void publish() {
    Health now = session.health();
    if (!now.sameAs(health)) {
      log.info("{}: {} {}", name, now.status(), now.message());
    }
    health = now;
  }

  private boolean stopping() {
    return stop.getCount() == 0;
  }

  /** Ends the threads, waiting for them at most a second. */
  @Override
  public void close() {
    stop.countDown();
    transport.cancel();
    Feed feed = current;
    if (feed != null) {
      feed.close();
    }
    try {
      reader.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (reader.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", name, JOIN_MS);
    }
  }
}
