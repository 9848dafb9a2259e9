// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.time.TimeSource;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Waits for something to become true, with a deadline, and tells now and then how far things are.
 */
final class Watch {

  private static final long STEP_NANOS = 10_000_000;
  private static final long TELL_NANOS = 5_000_000_000L;

  private final TimeSource time;
  private final PrintStream progress;
  private final Supplier<String> state;
  private final long begunNanos;
  private long toldNanos;

  Watch(TimeSource time, PrintStream progress, Supplier<String> state) {
    this.time = time;
    this.progress = progress;
    this.state = state;
    this.begunNanos = time.monotonicNanos();
    this.toldNanos = begunNanos;
  }

  long now() {
    return time.monotonicNanos();
  }

  double secondsSince(long nanos) {
    return (now() - nanos) / 1e9;
  }

  /** Says at once what comes now. */
  void tell(String what) {
    toldNanos = now();
    progress.printf(Locale.ROOT, "%6.1f s  %s (%s)%n", secondsSince(begunNanos), what, state.get());
    progress.flush();
  }

  /** Returns whether it came true in time. */
  boolean until(BooleanSupplier come, Duration patience) {
    long from = now();
    while (!come.getAsBoolean()) {
      if (now() - from > patience.toNanos()) {
        return false;
      }
      LockSupport.parkNanos(STEP_NANOS); // an uplink gives no sign when it is done
      if (now() - toldNanos > TELL_NANOS) {
        tell("…");
      }
    }
    return true;
  }

  void pass(Duration span) {
    until(() -> false, span);
  }
}
