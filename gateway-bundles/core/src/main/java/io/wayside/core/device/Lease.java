// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * How an {@link Output} is held out of its safe state, and until when. Times are monotonic
 * nanoseconds and passed in; not for several threads.
 */
public final class Lease {

  private final boolean safeOn;
  private boolean on;
  private boolean held;
  private long endsNanos;

  public Lease(boolean safeOn) {
    this.safeOn = safeOn;
    this.on = safeOn;
  }

  public boolean safeOn() {
    return safeOn;
  }

  public void take(boolean wanted, long untilNanos) {
    on = wanted;
    held = true;
    endsNanos = untilNanos;
  }

  public void end() {
    on = safeOn;
    held = false;
  }

  /** What the output must be now. */
  public boolean on(long nowNanos) {
    if (held && nowNanos - endsNanos >= 0) {
      end();
    }
    return on;
  }

  /** How long until that may change. */
  public long leftNanos(long nowNanos, long longestNanos) {
    return held ? Math.max(0, Math.min(longestNanos, endsNanos - nowNanos)) : longestNanos;
  }
}
