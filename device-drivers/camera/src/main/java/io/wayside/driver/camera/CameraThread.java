// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.camera.feed.Ended;
import io.wayside.driver.camera.feed.Feed;
import io.wayside.driver.camera.feed.Transport;
import io.wayside.driver.camera.picture.Picture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two threads of one camera: one opens, reads, shows and opens again; the other looks at the age of
 * the last picture, since a reading may wait for ever, and closes what is silent. Not a {@code
 * DeviceThread}: that has one thread, and no end but the stop, while pictures of a folder end.
 */
final class CameraThread implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(CameraThread.class);

  private static final long LOOK_EVERY_MS = 50;
  private static final long JOIN_MS = 3_000;

  private final String name;
  private final Transport transport;
  private final Darkroom darkroom;
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
  private volatile boolean resting;

  CameraThread(
      String name,
      Transport transport,
      Darkroom darkroom,
      Session session,
      Backoff backoff,
      TimeSource time,
      long silentAfterNanos) {
    this.name = name;
    this.transport = transport;
    this.darkroom = darkroom;
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
    } catch (Ended ended) {
      session.ended(String.valueOf(ended.getMessage()), time.monotonicNanos());
      publish();
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", name);
    } finally {
      if (stopping()) {
        session.down(Cause.STOPPED, "the driver was stopped", time.monotonicNanos());
        publish();
      }
    }
  }

  private void readUntilItBreaks() throws Ended, InterruptedException {
    silent = false;
    try (Feed feed = transport.open()) {
      session.opened(transport.place(), time.monotonicNanos());
      publish();
      aliveNanos = time.monotonicNanos();
      current = feed;
      while (!stopping()) {
        // A listener that takes its time is no silence of the camera.
        resting = true;
        darkroom.awaitTaken();
        aliveNanos = time.monotonicNanos();
        resting = false;
        Picture picture = feed.next();
        aliveNanos = picture.arrivedNanos();
        session.showed(darkroom.develop(picture), picture.arrivedNanos());
        backoff.reset();
        publish();
      }
    } catch (DeviceException e) {
      if (!stopping()) {
        broke(e);
      }
    } catch (RuntimeException e) {
      log.error("{}: fault in the driver; opening the camera again", name, e);
      session.down(
          Cause.LINK_DOWN, "fault in the driver (" + e + "); see the log", time.monotonicNanos());
    } finally {
      current = null;
    }
  }

  private void broke(DeviceException why) {
    if (silent) {
      session.down(
          Cause.SILENT,
          "no picture of "
              + transport.place()
              + " for "
              + silentAfterNanos / 1_000_000
              + " ms; check camera and network",
          time.monotonicNanos());
    } else {
      session.down(why, time.monotonicNanos());
    }
  }

  private void watch() {
    try {
      while (!stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        Feed feed = current;
        boolean tooLong = time.monotonicNanos() - aliveNanos > silentAfterNanos;
        if (feed != null && !resting && !feed.isEnding() && tooLong) {
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

  /** Ends the threads and what they opened, waiting for them at most three seconds. */
  @Override
  public void close() {
    stop.countDown();
    Feed feed = current;
    if (feed != null) {
      feed.close();
    }
    try {
      reader.join(100);
      if (reader.isAlive()) {
        // In an opening, or waiting for a listener.
        reader.interrupt();
        reader.join(JOIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (reader.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", name, JOIN_MS);
    }
  }
}
