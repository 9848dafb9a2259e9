// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Simulated time for a few threads: it goes on to the earliest moment that any of them waits for as
 * soon as all of them wait, so that a busy machine changes nothing of what happens when.
 */
final class LockstepTime implements TimeSource {

  private int parties;
  private final List<Long> awaited = new ArrayList<>();
  private long now;

  LockstepTime(int parties) {
    this.parties = parties;
  }

  /** Waits until that moment. */
  synchronized void await(long nanos) throws InterruptedException {
    awaited.add(nanos);
    goOn();
    while (now < nanos) {
      wait();
    }
  }

  /** One of the threads has seen to it that all is ready; from now on the others are all. */
  synchronized void leave() {
    parties--;
    goOn();
  }

  private void goOn() {
    if (awaited.size() == parties) {
      now = Math.max(now, awaited.stream().mapToLong(n -> n).min().orElse(now));
      awaited.removeIf(moment -> moment <= now);
      notifyAll();
    }
  }

  @Override
  public synchronized long monotonicNanos() {
    return now;
  }

  @Override
  public Stamp at(long nanos) {
    return new Stamp(Instant.EPOCH.plusNanos(nanos), ClockQuality.unsynchronised(), "rig", nanos);
  }
}
