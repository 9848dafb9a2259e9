// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.data.GarbledData;
import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.health.Health;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.anpr.event.ClockWatch;
import io.wayside.driver.anpr.event.Readings;
import io.wayside.driver.http.HttpDevice;
import io.wayside.driver.http.MultipartReader;
import io.wayside.driver.http.Part;
import io.wayside.driver.http.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two threads of one plate camera: one opens its events, reads, and opens them again; the other
 * closes what is silent, since a reading may wait for ever, and lets go what waits for pictures.
 */
final class Listening implements Hearing {

  private static final Logger log = LoggerFactory.getLogger(Listening.class);

  private static final int LONGEST_PART = 8 << 20;
  private static final long LOOK_EVERY_MS = 50;
  private static final long JOIN_MS = 3_000;

  private final String name;
  private final HttpDevice camera;
  private final Readings readings;
  private final ClockWatch clock;
  private final Standing standing;
  private final Backoff backoff;
  private final TimeSource time;
  private final long silentAfterNanos;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread reader;
  private final Thread watch;
  private volatile Health health;
  private volatile @Nullable InputStream current;
  private volatile long aliveNanos;
  private volatile boolean silent;
  private int garbled;

  Listening(
      String name,
      HttpDevice camera,
      Readings readings,
      ClockWatch clock,
      Standing standing,
      Backoff backoff,
      TimeSource time,
      long silentAfterNanos) {
    this.name = name;
    this.camera = camera;
    this.readings = readings;
    this.clock = clock;
    this.standing = standing;
    this.backoff = backoff;
    this.time = time;
    this.silentAfterNanos = silentAfterNanos;
    this.health = standing.health();
    this.reader = daemon(this::run, name);
    this.watch = daemon(this::watch, name + "-watch");
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void start() {
    reader.start();
    watch.start();
  }

  @Override
  public Health health() {
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
      if (stopping()) {
        standing.down(Cause.STOPPED, "the driver was stopped", time.monotonicNanos());
        publish();
      }
    }
  }

  private void readUntilItBreaks() throws InterruptedException {
    silent = false;
    try {
      HttpDevice.Answer answer = camera.open();
      try (InputStream in = answer.parts()) {
        aliveNanos = time.monotonicNanos();
        current = in;
        read(in, new MultipartReader(answer.contentType(), LONGEST_PART));
      } finally {
        current = null;
        synchronized (readings) {
          readings.ended();
        }
      }
    } catch (IOException broken) {
      broke(
          new LinkDown(
              camera.address() + " broke off (" + broken + "); check camera and network", broken));
    } catch (Unreadable wrong) {
      broke(
          new Garbled(
              camera.address() + " sends no events (" + wrong.getMessage() + "); check the make"));
    } catch (DeviceException why) {
      broke(why);
    } catch (RuntimeException fault) {
      log.error("{}: fault in the driver; opening the camera again", name, fault);
      standing.down(
          Cause.LINK_DOWN,
          "fault in the driver (" + fault + "); see the log",
          time.monotonicNanos());
    }
  }

  private void read(InputStream in, MultipartReader parts) throws IOException, Unreadable {
    byte[] chunk = new byte[16_384];
    while (!stopping()) {
      int count = in.read(chunk);
      if (count < 0) {
        throw new IOException("the camera ended its answer");
      }
      long now = time.monotonicNanos();
      aliveNanos = now;
      backoff.reset();
      parts.add(chunk, count);
      synchronized (readings) {
        for (Optional<Part> part = parts.next(); part.isPresent(); part = parts.next()) {
          take(part.get(), now);
        }
      }
      standing.heard(now, clock.offset(), garbled);
      publish();
    }
  }

  private void take(Part part, long now) {
    try {
      readings.take(part, now);
      garbled = 0;
      Stamp stamp = time.at(now);
      if (stamp.clock().state() != ClockQuality.State.UNSYNCHRONISED) {
        readings.cameraTime().ifPresent(camera -> clock.heard(camera, stamp.wall()));
      }
    } catch (GarbledData wrong) {
      garbled++;
      log.debug("{}: an event is passed over: {}", name, wrong.getMessage());
    }
  }

  private void broke(DeviceException why) {
    if (stopping()) {
      return;
    }
    long now = time.monotonicNanos();
    if (silent) {
      standing.down(
          Cause.SILENT,
          "nothing of "
              + camera.address()
              + " for "
              + silentAfterNanos / 1_000_000
              + " ms, not even a heartbeat; check camera and network",
          now);
    } else {
      standing.down(why, now);
    }
  }

  private void watch() {
    try {
      while (!stop.await(LOOK_EVERY_MS, TimeUnit.MILLISECONDS)) {
        long now = time.monotonicNanos();
        synchronized (readings) {
          readings.flush(now);
        }
        InputStream in = current;
        if (in != null && now - aliveNanos > silentAfterNanos) {
          silent = true;
          close(in);
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: watch interrupted", name);
    }
  }

  private void close(InputStream in) {
    try {
      in.close();
    } catch (IOException alreadyBroken) {
      log.trace("{}: the connection was broken already", name, alreadyBroken);
    }
  }

  private void publish() {
    Health now = standing.health();
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
    InputStream in = current;
    if (in != null) {
      close(in);
    }
    try {
      reader.join(100);
      if (reader.isAlive()) {
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
