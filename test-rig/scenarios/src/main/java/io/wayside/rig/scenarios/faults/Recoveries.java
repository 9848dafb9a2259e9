// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Measures from a line that is back to the first that is heard of it. A recovery during which the
 * line failed again measures nothing and is only counted.
 */
final class Recoveries {

  private final LongSupplier outages;
  private final List<Double> tookMs = new ArrayList<>();
  private boolean waiting;
  private long backNanos;
  private long outagesThen;
  private int failedAgain;

  /**
   * @param outages how many stalls and disconnections there have been
   */
  Recoveries(LongSupplier outages) {
    this.outages = outages;
  }

  synchronized void lineBack(long nowNanos) {
    failedAgain += waiting ? 1 : 0;
    waiting = true;
    backNanos = nowNanos;
    outagesThen = outages.getAsLong();
  }

  synchronized void heard(long nowNanos) {
    if (!waiting) {
      return;
    }
    waiting = false;
    if (outages.getAsLong() == outagesThen) {
      tookMs.add((nowNanos - backNanos) / 1e6);
    } else {
      failedAgain++;
    }
  }

  synchronized List<Double> tookMs() {
    return List.copyOf(tookMs);
  }

  synchronized int failedAgain() {
    return failedAgain;
  }
}
