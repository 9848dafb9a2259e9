// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.TimedOut;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listeners;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.supervision.Hold;
import io.wayside.core.supervision.KeptOpen;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.loadcell.chip.Chip;
import io.wayside.driver.loadcell.chip.Opening;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One converter: starts it and takes its samples. A wait for one ends soon enough for a stop. */
final class Sampler implements KeptOpen {

  /** A converter's own clock is this near to its data sheet; else the rate is another one. */
  private static final double RATE_TOLERANCE = 0.25;

  private final String deviceId;
  private final Opening opening;
  private final Blocks blocks;
  private final double nominalHz;
  private final long lookEveryNanos;
  private final long silentAfterNanos;
  private final Listeners<SampleBlock> listeners;
  private final TimeSource time;
  private Health health;
  private boolean told;
  private long heardNanos;

  Sampler(
      Config config,
      Opening opening,
      Blocks blocks,
      Listeners<SampleBlock> listeners,
      TimeSource time) {
    this.deviceId = config.device_id();
    this.nominalHz = config.rateHz();
    this.lookEveryNanos = TimeUnit.MICROSECONDS.toNanos(config.lookEveryUs());
    this.silentAfterNanos = TimeUnit.MILLISECONDS.toNanos(config.silentAfterMs());
    this.opening = opening;
    this.blocks = blocks;
    this.listeners = listeners;
    this.time = time;
    this.heardNanos = time.monotonicNanos();
    this.health = Health.starting(deviceId + ": not opened yet", heardNanos);
  }

  @Override
  public void work(Hold hold) throws DeviceException {
    try (Chip chip = opening.open()) {
      chip.start();
      boolean sampling = false;
      while (!hold.isStopping()) {
        long ready = awaitReady(chip, hold);
        if (ready == Long.MIN_VALUE) {
          return;
        }
        if (sampling) {
          passOn(blocks.take(ready, chip.read()), hold);
        } else {
          sampling = chip.started();
        }
      }
    }
  }

  /** When a sample was first seen to be ready; the least number after a stop. */
  private long awaitReady(Chip chip, Hold hold) throws DeviceException {
    long since = time.monotonicNanos();
    while (!hold.isStopping()) {
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

  private void passOn(List<SampleBlock> complete, Hold hold) {
    if (!complete.isEmpty()) {
      passOn(complete);
      hold.progress();
      hold.publish();
    }
  }

  private void passOn(List<SampleBlock> complete) {
    for (SampleBlock block : complete) {
      told = false;
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
      health = now;
    }
    if (!told) {
      told = true;
      listeners.interrupted(new Interruption(heardNanos, cause, detail));
    }
  }

  @Override
  public void broke(DeviceException why) {
    Cause cause =
        why instanceof TimedOut
            ? Cause.SILENT
            : why instanceof DeviceException.Garbled ? Cause.GARBLED : Cause.LINK_DOWN;
    down(cause, String.valueOf(why.getMessage()));
  }

  @Override
  public void faulty(String detail) {
    down(Cause.LINK_DOWN, detail);
  }

  @Override
  public void stopped() {
    down(Cause.STOPPED, "the driver was stopped");
  }

  @Override
  public Health health() {
    return health;
  }
}
