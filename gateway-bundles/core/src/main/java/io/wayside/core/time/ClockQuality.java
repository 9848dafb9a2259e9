// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.time;

import java.time.Duration;
import java.util.Optional;

/**
 * How far the wall clock can be trusted.
 *
 * @param state whether a reference is followed now, was followed, or never was since boot
 * @param offset the last known distance to the reference, when known
 * @param age time since the reference was last heard, when known
 * @param source what is followed, such as {@code ntp} or {@code gnss}; {@code none} when nothing is
 */
public record ClockQuality(
    State state, Optional<Duration> offset, Optional<Duration> age, String source) {

  /** Trust in the wall clock, best first. */
  public enum State {
    SYNCHRONISED,
    HOLDOVER,
    UNSYNCHRONISED
  }

  /** A clock that follows nothing. */
  public static ClockQuality unsynchronised() {
    return new ClockQuality(State.UNSYNCHRONISED, Optional.empty(), Optional.empty(), "none");
  }

  /** A clock that follows {@code source} now. */
  public static ClockQuality synchronisedBy(String source) {
    return new ClockQuality(State.SYNCHRONISED, Optional.empty(), Optional.empty(), source);
  }
}
