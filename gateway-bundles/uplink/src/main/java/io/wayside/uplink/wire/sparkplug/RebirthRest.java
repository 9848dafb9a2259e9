// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.sparkplug;

import java.time.Duration;

/**
 * Keeps a host that asks again and again from having nothing but births: what comes too early is
 * put off, and any number of wishes become one.
 */
final class RebirthRest {

  private final long restNanos;
  private long lastNanos;
  private boolean waiting;

  RebirthRest(Duration rest) {
    this.restNanos = rest.toNanos();
  }

  void forget() {
    waiting = false;
  }

  void done(long monotonicNanos) {
    lastNanos = monotonicNanos;
    waiting = false;
  }

  /** Somebody asks; true when it may be done at once. */
  boolean asked(long monotonicNanos) {
    waiting = true;
    return due(monotonicNanos);
  }

  boolean due(long monotonicNanos) {
    return waiting && monotonicNanos - lastNanos >= restNanos;
  }
}
