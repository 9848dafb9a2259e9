// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * Bytes on their way.
 *
 * @param dueNanos when they arrive, on {@link System#nanoTime()}
 * @param serial their order among those due at one moment
 * @param packet null for the end of the stream
 * @param last whether the connection ends behind them
 */
record Parcel(
    long dueNanos, long serial, @org.jspecify.annotations.Nullable Packet packet, boolean last)
    implements Delayed {

  @Override
  public long getDelay(TimeUnit unit) {
    return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  @Override
  public int compareTo(Delayed other) {
    Parcel that = (Parcel) other;
    int byTime = Long.compare(dueNanos - that.dueNanos, 0);
    return byTime != 0 ? byTime : Long.compare(serial, that.serial);
  }
}
