// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

/** Who may hold an output out of its safe state, and until when. Pure; time is passed in. */
final class Lease {

  private final boolean safeOn;
  private boolean on;
  private boolean held;
  private long endsNanos;

  Lease(boolean safeOn) {
    this.safeOn = safeOn;
    this.on = safeOn;
  }

  boolean safeOn() {
    return safeOn;
  }

  void take(boolean wanted, long untilNanos) {
    on = wanted;
    held = true;
    endsNanos = untilNanos;
  }

  void end() {
    on = safeOn;
    held = false;
  }

  /** What the output must be now. */
  boolean on(long nowNanos) {
    if (held && nowNanos - endsNanos >= 0) {
      end();
    }
    return on;
  }
}
