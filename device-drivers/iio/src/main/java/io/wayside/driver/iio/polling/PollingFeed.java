// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.polling;

import io.wayside.core.device.DeviceException;
import io.wayside.core.device.DeviceException.Garbled;
import io.wayside.core.device.DeviceException.LinkDown;
import io.wayside.core.time.TimeSource;
import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Batch.Clock;
import io.wayside.driver.iio.context.Feed;
import io.wayside.driver.iio.context.Request;
import io.wayside.driver.iio.context.Scaling;
import io.wayside.driver.iio.context.Wanted;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Reads one value after the other at the rate asked for; when late, the late ones are left out. */
public final class PollingFeed implements Feed {

  /** Reads the raw value of one channel. */
  public interface RawReader extends AutoCloseable {
    String raw(Wanted channel) throws DeviceException;

    @Override
    void close();
  }

  private final Request request;
  private final List<Scaling> scalings;
  private final RawReader reader;
  private final TimeSource time;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final long periodNanos;
  private long dueNanos;

  public PollingFeed(Request request, List<Scaling> scalings, RawReader reader, TimeSource time) {
    this.request = request;
    this.scalings = List.copyOf(scalings);
    this.reader = reader;
    this.time = time;
    this.periodNanos = Math.round(1e9 / request.rateHz());
    this.dueNanos = time.monotonicNanos();
  }

  @Override
  public Batch next() throws DeviceException {
    int count = request.blockScans();
    double[][] values = new double[request.channels().size()][count];
    long[] times = new long[count];
    for (int i = 0; i < count; i++) {
      awaitDue();
      long before = time.monotonicNanos();
      for (int c = 0; c < values.length; c++) {
        values[c][i] = number(request.channels().get(c));
      }
      times[i] = (before + time.monotonicNanos()) / 2;
    }
    for (int c = 0; c < values.length; c++) {
      scalings.get(c).apply(values[c]);
    }
    return new Batch(values, times, Clock.OURS, time.monotonicNanos());
  }

  private void awaitDue() throws LinkDown {
    long now = time.monotonicNanos();
    try {
      if (closed.await(Math.max(0, dueNanos - now), TimeUnit.NANOSECONDS)) {
        throw new LinkDown(request.deviceId() + ": closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new LinkDown(request.deviceId() + ": stopped", e);
    }
    long late = Math.max(0, now - dueNanos) / periodNanos;
    dueNanos += (late + 1) * periodNanos;
  }

  private double number(Wanted channel) throws DeviceException {
    String text = reader.raw(channel).strip();
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException noNumber) {
      throw new Garbled(
          request.deviceId() + ": the raw value of " + channel.id() + " is \"" + text + "\"");
    }
  }

  @Override
  public void close() {
    closed.countDown();
    reader.close();
  }
}
