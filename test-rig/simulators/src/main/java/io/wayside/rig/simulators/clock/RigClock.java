// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;

/**
 * The only source of time for simulated devices.
 *
 * <p>All actions of one clock run one after the other, so a device that lives on one clock needs no
 * locks of its own.
 */
public interface RigClock {

  /** Monotonic time in nanoseconds since this clock was made. */
  long nanos();

  /** Wall time; for people and truth files, never for behaviour. */
  Instant instant();

  /**
   * Runs the action once when {@link #nanos()} reaches {@code dueNanos}; at once if that is past.
   */
  Task at(long dueNanos, Runnable action);

  /** Runs the action once after the delay. */
  default Task after(Duration delay, Runnable action) {
    return at(nanos() + delay.toNanos(), action);
  }

  /**
   * Runs the action every period, first after one period, on a grid that does not drift.
   *
   * @param action receives the time in nanoseconds at which it was due, which on a busy machine is
   *     a little before {@link #nanos()}; grid points missed altogether are left out
   */
  default Task every(Duration period, LongConsumer action) {
    return new Repetition(this, period, action).start();
  }

  /** Something that is going to happen unless cancelled. */
  interface Task {
    void cancel();
  }
}
