// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.journal.Outbox;
import java.time.Duration;

/**
 * Holds places in the window for acknowledgements that are not on stable storage yet, so that after
 * a power cut no more than one window is sent again. Storage that does not keep them does not stop
 * the delivery for long: then the bound is given up and not the records. Not for several threads.
 */
final class Keeping {

  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** One fsync for a quarter of the window, if the link is that fast. */
  private static final int PART = 4;

  private final Outbox outbox;
  private final int window;
  private long unkept;
  private long progressNanos;
  private boolean givenUp;

  Keeping(Outbox outbox, int window, long monotonicNanos) {
    this.outbox = outbox;
    this.window = window;
    this.unkept = outbox.unkept();
    this.progressNanos = monotonicNanos;
  }

  /** Something was acknowledged. */
  void acknowledged() {
    if (outbox.unkept() >= Math.max(1, window / PART)) {
      outbox.keepSoon();
    }
  }

  /** Looks how far the journal got. */
  void look(long monotonicNanos) {
    long now = outbox.unkept();
    if (now < unkept || unkept == 0) { // it waits since now at the earliest
      progressNanos = monotonicNanos;
    }
    unkept = now;
    givenUp = monotonicNanos - progressNanos > PATIENCE.toNanos();
  }

  /** How many places of the window are taken. */
  int held() {
    return givenUp ? 0 : (int) Math.min(unkept, window);
  }
}
