// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.util.Optional;

/** What a gate hears. Time comes with it, in nanoseconds of the monotonic clock. */
public sealed interface GateEvent {

  long atNanos();

  /**
   * A tap was allowed: one person may pass this way.
   *
   * @param tappedNanos when the medium was held to the reader; who stood between the flaps before
   *     that is somebody else
   */
  record Granted(long atNanos, long tap, Way way, long tappedNanos) implements GateEvent {}

  /** A zone's beams; empty while they cannot be told. */
  record Seen(long atNanos, Zone zone, Optional<Boolean> occupied) implements GateEvent {}

  /** The fire contact; empty while it cannot be told, which counts as fire. */
  record Fire(long atNanos, Optional<Boolean> alarm) implements GateEvent {}

  /** Time has passed. */
  record Tick(long atNanos) implements GateEvent {}
}
