// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.health.Health;
import io.wayside.core.health.Health.Status;
import io.wayside.core.quality.Flags;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.timing.SampleTimes;
import io.wayside.driver.iio.timing.Stretch;
import java.util.Arrays;
import java.util.Locale;

/** What became of a converter: blocks, interruptions, health. Time is passed in; no threads. */
final class Session {

  /** A converter's own clock is this near to its data sheet; else the rate is another one. */
  private static final double RATE_TOLERANCE = 0.1;

  private final String deviceId;
  private final double nominalHz;
  private final Flags flags;
  private final Listener<SampleBlock> listeners;
  private final SampleTimes times;
  private long heardNanos;
  private boolean told;
  private Health health;

  Session(
      String deviceId,
      double nominalHz,
      Flags flags,
      Listener<SampleBlock> listeners,
      long nowNanos) {
    this.deviceId = deviceId;
    this.nominalHz = nominalHz;
    this.flags = flags;
    this.listeners = listeners;
    this.times = new SampleTimes(nominalHz);
    this.heardNanos = nowNanos;
    this.health = Health.starting(deviceId + ": not opened yet", nowNanos);
  }

  void opened(long nowNanos) {
    times.opened();
    health = Health.starting(deviceId + ": open, its rate is being measured", nowNanos);
  }

  /** Passes samples on; returns whether there were any to pass on. */
  boolean received(Batch batch) {
    boolean any = false;
    for (Stretch stretch : times.place(batch)) {
      told = false;
      any = true;
      SampleBlock block = block(batch, stretch);
      double lastNanos = block.firstMonotonicNanos() + (block.length() - 1) * block.intervalNanos();
      heardNanos = Math.max(heardNanos, Math.min(Math.round(lastNanos), batch.arrivedNanos()));
      listeners.received(block);
    }
    if (any) {
      health = judged(batch.arrivedNanos());
    }
    return any;
  }

  private SampleBlock block(Batch batch, Stretch stretch) {
    double[][] samples = batch.values();
    if (stretch.to() - stretch.from() < batch.length()) {
      samples = new double[samples.length][];
      for (int c = 0; c < samples.length; c++) {
        samples[c] = Arrays.copyOfRange(batch.values()[c], stretch.from(), stretch.to());
      }
    }
    return new SampleBlock(
        stretch.firstNanos(), stretch.intervalNanos(), stretch.sequence(), samples, flags);
  }

  private Health judged(long nowNanos) {
    double rateHz = times.rateHz();
    if (Math.abs(rateHz / nominalHz - 1) > RATE_TOLERANCE) {
      String message =
          String.format(
              Locale.ROOT,
              "%s: samples come at %.4g Hz, not at %.4g Hz; correct the rate or the trigger",
              deviceId,
              rateHz,
              nominalHz);
      return same(new Health(Status.DEGRADED, "rate-differs", message, nowNanos));
    }
    return same(Health.ok(nowNanos));
  }

  private Health same(Health now) {
    return now.status() == health.status() && now.code().equals(health.code()) ? health : now;
  }

  void down(DeviceException why, long nowNanos) {
    Cause cause =
        why instanceof DeviceException.TimedOut
            ? Cause.SILENT
            : why instanceof DeviceException.Garbled ? Cause.GARBLED : Cause.LINK_DOWN;
    down(cause, String.valueOf(why.getMessage()), nowNanos);
  }

  /** One interruption an outage, told by its first cause; health says the cause of now. */
  void down(Cause cause, String what, long nowNanos) {
    String detail = what.contains(deviceId) ? what : deviceId + ": " + what;
    String code = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
    health = same(new Health(Status.FAILED, code, detail, nowNanos));
    if (!told) {
      told = true;
      listeners.interrupted(new Interruption(heardNanos, cause, detail));
    }
  }

  void stopped(long nowNanos) {
    down(Cause.STOPPED, deviceId + ": the driver was stopped", nowNanos);
  }

  Health health() {
    return health;
  }
}
