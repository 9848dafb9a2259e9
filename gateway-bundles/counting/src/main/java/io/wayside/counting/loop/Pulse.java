// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * A presence over a loop.
 *
 * @param cut the signal broke off at {@code offNanos}; when it really ended is not known
 */
record Pulse(long onNanos, long offNanos, boolean cut) {

  double seconds() {
    return (offNanos - onNanos) / 1e9;
  }

  boolean overlaps(Pulse other) {
    return onNanos <= other.offNanos && other.onNanos <= offNanos;
  }
}
