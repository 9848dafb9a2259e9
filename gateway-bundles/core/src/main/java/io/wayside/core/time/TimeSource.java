// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.time;

/** The only clock of the house, offered as a service; nobody else reads a system clock. */
public interface TimeSource {

  /** Nanoseconds on the monotonic clock of this boot. */
  long monotonicNanos();

  /** A moment of this boot, given on the monotonic clock, with the wall time it has. */
  Stamp at(long monotonicNanos);

  /** This moment. */
  default Stamp now() {
    return at(monotonicNanos());
  }
}
