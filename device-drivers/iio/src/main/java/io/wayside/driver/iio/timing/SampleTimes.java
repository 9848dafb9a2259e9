// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import io.wayside.driver.iio.context.Batch;
import io.wayside.driver.iio.context.Batch.Clock;
import java.util.List;

/**
 * Gives samples their times and numbers. By the stamps of the scans where they have any; else by
 * when they arrived. The nominal rate is never used for a time.
 */
public final class SampleTimes {

  private final Numbers numbers = new Numbers();
  private final ByStamps stamps;
  private final ByArrival arrival;
  private boolean stampsUseless;

  /**
   * Times of one device.
   *
   * @param nominalHz tells only what a gap is, before anything was measured
   */
  public SampleTimes(double nominalHz) {
    this.stamps = new ByStamps(numbers, 1e9 / nominalHz);
    this.arrival = new ByArrival(numbers);
  }

  /** The device was opened: what went before is lost for an unknown time. */
  public void opened() {
    numbers.broken();
    stamps.restart();
    arrival.restart();
    stampsUseless = false;
  }

  /** The stretches of a batch in order; none while the rate is still being measured. */
  public List<Stretch> place(Batch batch) {
    if (batch.length() == 0) {
      return List.of();
    }
    if (batch.clock() != Clock.NONE && !stampsUseless) {
      stampsUseless = ByStamps.areUseless(batch.times());
      if (!stampsUseless) {
        return stamps.place(batch);
      }
    }
    return arrival.place(batch);
  }

  /** Whether stamps came in bunches, so that arrival is used instead. */
  public boolean stampsUseless() {
    return stampsUseless;
  }

  /** Measured rate in hertz, or NaN. */
  public double rateHz() {
    return 1e9 / numbers.intervalNanos();
  }
}
