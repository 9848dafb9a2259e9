// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import org.jspecify.annotations.Nullable;

/**
 * What is seen again and again without anything else between: since when, and how often. An answer
 * changes only after a long enough spell, so that it does not flap.
 */
final class Spell<T> {

  private @Nullable T what;
  private long sinceNanos;
  private int times;

  /** It is so now; another thing ends the spell before it. */
  void see(T now, long nanos) {
    if (!now.equals(what)) {
      what = now;
      sinceNanos = nanos;
      times = 0;
    }
    times++;
  }

  void end() {
    what = null;
    times = 0;
  }

  /** Whether it has been so for a time, and seen as often. */
  boolean lasts(T wanted, long nanos, long forNanos, int atLeast) {
    return wanted.equals(what) && nanos - sinceNanos >= forNanos && times >= atLeast;
  }

  @Nullable T what() {
    return what;
  }

  long sinceNanos() {
    return sinceNanos;
  }

  int times() {
    return times;
  }
}
