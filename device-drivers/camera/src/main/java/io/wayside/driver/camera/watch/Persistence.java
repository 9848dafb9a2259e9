// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

/** Believes what is seen without a break for long enough, and as slowly that it is over. */
final class Persistence {

  private final long raiseNanos;
  private final long clearNanos;
  private boolean raised;
  private long sinceNanos;
  private boolean contrary;

  Persistence(long raiseNanos, long clearNanos) {
    this.raiseNanos = raiseNanos;
    this.clearNanos = clearNanos;
  }

  boolean believes(boolean seen, long nowNanos) {
    if (seen == raised) {
      contrary = false;
      return raised;
    }
    if (!contrary) {
      contrary = true;
      sinceNanos = nowNanos;
    }
    if (nowNanos - sinceNanos >= (raised ? clearNanos : raiseNanos)) {
      raised = seen;
      contrary = false;
    }
    return raised;
  }

  boolean isRaised() {
    return raised;
  }
}
