// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.fare.EntryPoint;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Optional;

/**
 * Something the lane hears. Times are monotonic nanoseconds of one clock; an event that is older
 * than the one before it counts as happening now.
 */
public sealed interface LaneEvent {

  long nanos();

  /** Time passes; {@link Lane#nextTick} says when the lane wants to know. */
  record Tick(long nanos) implements LaneEvent {}

  /** A loop or the curtain says what it is; the first word after a start or a loss included. */
  record Occupied(long nanos, Detector detector, boolean occupied) implements LaneEvent {}

  /** A loop or the curtain is not heard: until it is, it counts as occupied. */
  record DetectorLost(long nanos, Detector detector) implements LaneEvent {}

  record Arm(long nanos, ArmPosition position) implements LaneEvent {}

  /**
   * A tag was heard.
   *
   * @param tid the chip's own id where it was read
   * @param user what was read of the user bank, in hexadecimal
   * @param antenna port, from 1
   * @param strengthDbm received strength in dBm
   * @param replies how many replies stand behind this event, at least 1
   */
  record Heard(
      long nanos,
      TagNumber tag,
      Optional<String> tid,
      Optional<String> user,
      int antenna,
      double strengthDbm,
      int replies)
      implements LaneEvent {

    /** Without anything of the user bank. */
    public Heard(
        long nanos,
        TagNumber tag,
        Optional<String> tid,
        int antenna,
        double strengthDbm,
        int replies) {
      this(nanos, tag, tid, Optional.empty(), antenna, strengthDbm, replies);
    }
  }

  /** The reader was lost, or is back. */
  record Reader(long nanos, boolean heard) implements LaneEvent {}

  /**
   * The camera read a plate.
   *
   * @param nanos when it saw it
   * @param hashes of all plates the reading may mean, the likeliest first; at least one
   */
  record Plate(long nanos, List<String> hashes) implements LaneEvent {

    public Plate {
      hashes = List.copyOf(hashes);
    }

    /** A reading that means one plate. */
    public Plate(long nanos, String hash) {
      this(nanos, List.of(hash));
    }
  }

  /**
   * The office answered {@link LaneAct.AskOffice}.
   *
   * @param entry where the tag came in, in a closed system, when the office knows
   */
  record Office(long nanos, TagNumber tag, boolean pass, String reason, Optional<EntryPoint> entry)
      implements LaneEvent {

    /** Without an entry. */
    public Office(long nanos, TagNumber tag, boolean pass, String reason) {
      this(nanos, tag, pass, reason, Optional.empty());
    }
  }

  /**
   * Identify and ask again: the driver's button, or an attendant's.
   *
   * @param actor empty for the driver
   */
  record Retry(long nanos, Optional<String> actor) implements LaneEvent {}

  /** An attendant lets the vehicle at the head pass. */
  record AttendantGrant(long nanos, String actor, String reason) implements LaneEvent {}

  record Order(long nanos, LaneOrder order, String actor) implements LaneEvent {}

  /** Use the lane the other way; done only when it is empty. */
  record Turn(long nanos, Travel travel, String actor) implements LaneEvent {}

  /** Whether the office, and the other lanes of the station, can be reached. */
  record Links(long nanos, boolean office, boolean station) implements LaneEvent {}
}
