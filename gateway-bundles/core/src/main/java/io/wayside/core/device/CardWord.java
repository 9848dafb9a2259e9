// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a detector card says of one of its channels. Times are by the gateway's monotonic clock. A
 * time in which the card is not heard is told as an {@link Interruption} when it begins, and ends
 * with the next {@link Heard}; what is told between the two is of that time.
 */
public sealed interface CardWord {

  /** As the card numbers its channels. */
  int channel();

  /**
   * A vehicle, told singly.
   *
   * @param monotonicNanos when it passed as far as the card says, otherwise when the word came
   * @param code its class as the card's profile names it
   */
  record Vehicle(
      int channel,
      long monotonicNanos,
      OptionalDouble speedMps,
      OptionalDouble lengthM,
      Optional<String> code)
      implements CardWord {}

  /** So many vehicles were counted between two moments; when each passed is not told. */
  record Counted(int channel, long fromNanos, long toNanos, int vehicles) implements CardWord {
    public Counted {
      if (vehicles < 1 || toNanos < fromNanos) {
        throw new IllegalArgumentException("no vehicles, or none in that time, are not counted");
      }
    }
  }

  /**
   * Between two moments something is missing.
   *
   * @param counted true: how many passed is told, and only what each of them was is not
   */
  record Gap(int channel, long fromNanos, long toNanos, Why why, boolean counted)
      implements CardWord {

    /** What became of it. */
    public enum Why {
      /** The card began anew, or its counter stands where it cannot. */
      RESTARTED,
      /** Vehicles were told over before they were asked for, or numbers of theirs are missing. */
      MISSED_SEQUENCE,
      /** What came could not be read. */
      GARBLED;

      /** As it stands in records. */
      public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
      }
    }
  }

  /** The place was occupied for so long between two moments. */
  record Occupied(int channel, long fromNanos, long toNanos, double seconds) implements CardWord {}

  /** The card says that a loop is faulty, or is no more. */
  record LoopFault(int channel, long monotonicNanos, Kind kind, boolean stands)
      implements CardWord {

    /** What is wrong with a loop. */
    public enum Kind {
      OPEN_LOOP,
      SHORTED_LOOP,
      LOOP_FAULT
    }
  }

  /** All that was until then is told. */
  record Heard(int channel, long monotonicNanos) implements CardWord {}
}
