// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** What a record of the station says; times in nanoseconds since the start of the lane. */
sealed interface Recorded {

  long fromNanos();

  long toNanos();

  default boolean meets(TrueVehicle vehicle, long slackNanos) {
    return vehicle.meets(fromNanos(), toNanos(), slackNanos);
  }

  /** A vehicle that was weighed, or of which as much is known. */
  record Weighing(
      long fromNanos,
      long toNanos,
      List<WeighedAxle> axles,
      OptionalDouble grossKg,
      Set<String> flags)
      implements Recorded {

    public Weighing {
      axles = List.copyOf(axles);
      flags = Set.copyOf(flags);
    }
  }

  /** A time in which the platform was not watched. */
  record Unwatched(long fromNanos, long toNanos, String cause) implements Recorded {}

  /** One axle of a weighing; without a mass when it was never seen at rest. */
  record WeighedAxle(long arrivedNanos, long leftNanos, OptionalDouble massKg) {}
}
