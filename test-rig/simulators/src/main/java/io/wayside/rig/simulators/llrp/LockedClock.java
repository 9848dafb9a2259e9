// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Instant;

/** A clock whose actions run under a lock. */
record LockedClock(RigClock clock, Object lock) implements RigClock {

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Task at(long dueNanos, Runnable action) {
    return clock.at(
        dueNanos,
        () -> {
          synchronized (lock) {
            action.run();
          }
        });
  }
}
