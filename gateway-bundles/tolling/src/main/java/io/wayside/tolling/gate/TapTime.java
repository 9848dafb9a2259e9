// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import io.wayside.core.time.ClockQuality.State;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;

/**
 * When a medium was tapped. What has elapsed between two taps of one boot is read from the
 * monotonic clock, so that a wall clock which is set meanwhile changes no fare.
 *
 * @param trusted the wall clock followed something
 * @param boot empty when the moment is another device's word
 * @param nanos of that boot's monotonic clock
 */
public record TapTime(Instant wall, boolean trusted, String boot, long nanos) {

  public static TapTime of(Stamp stamp) {
    return new TapTime(
        stamp.wall(),
        stamp.clock().state() != State.UNSYNCHRONISED,
        stamp.bootId(),
        stamp.monotonicNanos());
  }

  /** A moment that another device has told. */
  public static TapTime told(Instant wall) {
    return new TapTime(wall, true, "", 0);
  }

  /** So long before, by the same clocks. */
  public TapTime before(Duration by) {
    return new TapTime(wall.minus(by), trusted, boot, nanos - by.toNanos());
  }

  private boolean isOfTheBootOf(TapTime other) {
    return !boot.isEmpty() && boot.equals(other.boot);
  }

  /** Elapsed since then; below nothing when the wall clock went back over a restart. */
  public Duration since(TapTime earlier) {
    return isOfTheBootOf(earlier)
        ? Duration.ofNanos(nanos - earlier.nanos)
        : Duration.between(earlier.wall, wall);
  }

  /** Whether {@link #since} may be used against somebody. */
  public boolean isSureSince(TapTime earlier) {
    return isOfTheBootOf(earlier) || (trusted && earlier.trusted && !since(earlier).isNegative());
  }
}
