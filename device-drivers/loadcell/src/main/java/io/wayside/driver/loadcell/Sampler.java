// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.Backoff;
import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.loadcell.chip.Chip;
import io.wayside.driver.loadcell.chip.Opening;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread of one converter: opens, starts and reads it, and opens it again when it failed. */
final class Sampler implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Sampler.class);

  private static final long JOIN_MS = 1_000;

  /** A converter's own clock is this near to its data sheet; else the rate is another one. */
  private static final double RATE_TOLERANCE = 0.25;

  private final String deviceId;
  private final Opening opening;
  private final Blocks blocks;
  private final double nominalHz;
  private final long lookEveryNanos;
  private final long silentAfterNanos;
  private final Listeners<SampleBlock> listeners;
  private final Backoff backoff;
  private final TimeSource time;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private volatile Health health;
  private boolean told;
  private long heardNanos;

  Sampler(
      Config config,
      Opening opening,
      Blocks blocks,
      Listeners<SampleBlock> listeners,
      Backoff backoff,
      TimeSource time) {
    this.deviceId = config.device_id();
    this.nominalHz = config.rateHz();
    this.lookEveryNanos = TimeUnit.MICROSECONDS.toNanos(config.lookEveryUs());
    this.silentAfterNanos = TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs());
    this.opening = opening;
    this.blocks = blocks;
    this.listeners = listeners;
    this.backoff = backoff;
    this.time = time;
    this.heardNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": not opened yet", heardNanos);
    this.thread = new Thread(this::run, "load-cell-" + deviceId);
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  Health health() {
    return health;
  }

  private boolean running() {
    return stop.getCount() > 0;
  }

  private void run() {
    try {
      while (running()) {
        sampleUntilItBreaks();
        if (stop.await(backoff.nextMs(), TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    } catch (InterruptedException stopped) {
      log.debug("{}: interrupted while waiting", deviceId);
    } finally {
      down(Cause.STOPPED, "the driver was stopped");
    }
  }

  private void sampleUntilItBreaks() {
    try (Chip chip = opening.open()) {
      chip.start();
      boolean sampling = false;
      while (running()) {
        long ready = awaitReady(chip);
        if (ready == Long.MIN_VALUE) {
          return;
        }
        if (sampling) {
          passOn(blocks.take(ready, chip.read()));
        } else {
          sampling = chip.started();
        }
      }
    } catch (DeviceException e) {
      Cause cause =
          e instanceof TimedOut
              ? Cause.SILENT
              : e instanceof DeviceException.Garbled ? Cause.GARBLED : Cause.LINK_DOWN;
      down(cause, String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      log.error("{}: fault in the driver; opening the converter again", deviceId, e);
      down(Cause.LINK_DOWN, "fault in the driver (" + e + "); see the log");
    }
  }

  /** When a sample was first seen to be ready; the least number after a stop. */
  private long awaitReady(Chip chip) throws DeviceException {
    long since = time.monotonicNanos();
    while (running()) {
      boolean ready = chip.ready();
      long now = time.monotonicNanos();
      if (ready) {
        return now;
      }
      if (now - since > silentAfterNanos) {
        throw new TimedOut(
            "no sample for "
                + silentAfterNanos / 1_000_000
                + " ms; check power, data pin and clock of the converter");
      }
      LockSupport.parkNanos(lookEveryNanos);
    }
    return Long.MIN_VALUE;
  }

  private void passOn(List<SampleBlock> complete) {
    for (SampleBlock block : complete) {
      told = false;
      backoff.reset();
      heardNanos = block.firstMonotonicNanos();
      health = judged();
      listeners.received(block);
    }
  }

  private Health judged() {
    double rateHz = blocks.rateHz();
    if (Math.abs(rateHz / nominalHz - 1) > RATE_TOLERANCE) {
      return same(
          new Health(
              Status.DEGRADED,
              "rate-differs",
              String.format(
                  Locale.ROOT,
                  "%s: samples come at %.3g Hz, not at %.3g Hz; correct the rate or the speed pin",
                  deviceId,
                  rateHz,
                  nominalHz),
              time.monotonicNanos()));
    }
    return same(Health.ok(time.monotonicNanos()));
  }

  private Health same(Health now) {
    Health before = health;
    return now.status() == before.status() && now.code().equals(before.code()) ? before : now;
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  private void down(Cause cause, String what) {
    String detail = deviceId + ": " + what;
    if (!told) {
      passOn(blocks.interrupted());
    }
    String code = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    Health now = new Health(Status.FAILED, code, detail, time.monotonicNanos());
    if (!now.sameAs(health)) {
      log.info("{}", detail);
      health = now;
    }
    if (!told) {
      told = true;
      listeners.interrupted(new Interruption(heardNanos, cause, detail));
    }
  }

  /** Ends the thread, waiting for it at most a second. */
  @Override
  public void close() {
    stop.countDown();
    try {
      thread.join(JOIN_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      log.warn("{}: still busy {} ms after the stop; it ends by itself", deviceId, JOIN_MS);
    }
  }
}
