// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

/**
 * Bounds what is handed to the broker: a token bucket that holds a quarter of a second. As long as
 * it is not empty a message may go, whatever its size, and the bucket may then be in debt. So in
 * any time t no more goes than the rate times t and a quarter of a second, and one message. Not for
 * several threads.
 */
public final class Ceiling {

  static final long BURST_NANOS = 250_000_000L;

  private static final double NANOS_PER_SECOND = 1e9;

  private final long bitsPerS;
  private long paidUntilNanos; // the moment at which all that was sent will have had its time
  private boolean used;

  /**
   * @param bitsPerS 0: no limit
   */
  public Ceiling(long bitsPerS) {
    if (bitsPerS < 0) {
      throw new IllegalArgumentException("a ceiling of " + bitsPerS + " bit/s cannot be kept");
    }
    this.bitsPerS = bitsPerS;
  }

  boolean isLimited() {
    return bitsPerS > 0;
  }

  /** Whether a message may go now. */
  boolean isOpen(long monotonicNanos) {
    return opensInNanos(monotonicNanos) == 0;
  }

  /** How long until a message may go; 0 when one may go now. */
  long opensInNanos(long monotonicNanos) {
    if (!isLimited() || !used) {
      return 0;
    }
    return Math.max(0, paidUntilNanos - monotonicNanos - BURST_NANOS + 1);
  }

  /** How many bytes may go now without a debt. */
  long bytesLeft(long monotonicNanos) {
    if (!isLimited()) {
      return Long.MAX_VALUE;
    }
    long debt = used ? Math.max(0, paidUntilNanos - monotonicNanos) : 0;
    return (long) (Math.max(0, BURST_NANOS - debt) * (bitsPerS / 8.0) / NANOS_PER_SECOND);
  }

  void sent(int bytes, long monotonicNanos) {
    if (!isLimited()) {
      return;
    }
    long from = used ? Math.max(paidUntilNanos, monotonicNanos) : monotonicNanos;
    paidUntilNanos = from + (long) Math.ceil(bytes * 8.0 * NANOS_PER_SECOND / bitsPerS);
    used = true;
  }
}
