// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.context;

/**
 * What one reading gave.
 *
 * @param values per wanted channel, then per scan, in the channel's unit
 * @param times of each scan on the clock that {@code clock} names; empty when unknown
 * @param arrivedNanos when the last of it was there, on the monotonic clock
 */
@SuppressWarnings("ArrayRecordComponent") // identity is enough: batches are not compared
public record Batch(double[][] values, long[] times, Clock clock, long arrivedNanos) {

  /** Whose clock stamped the scans. */
  public enum Clock {
    /** The monotonic clock of this gateway. */
    OURS,
    /** Some clock; only its steps can be used. */
    THEIRS,
    /** Nobody's. */
    NONE
  }

  public int length() {
    return values[0].length;
  }
}
