// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/** Something the lane wants done, in the order of the list it stands in. */
public sealed interface LaneAct {

  /** The barrier's request line. What keeps an arm from falling on a car is its own interlock. */
  enum Request {
    RAISE,
    LOWER
  }

  enum Colour {
    RED,
    GREEN
  }

  /** When a picture is worth taking. */
  enum Shot {
    ARMED,
    HELD,
    CROSSING,
    VIOLATION
  }

  record Barrier(Request request) implements LaneAct {}

  record Light(Colour colour) implements LaneAct {}

  /**
   * Shows drivers and the attendant why.
   *
   * @param code one of {@link Notices}, or the rule of a verdict
   * @param fare what the passage is expected to cost, for one that may pass
   */
  record Show(String code, Optional<Fare> fare) implements LaneAct {}

  record Siren(boolean on) implements LaneAct {}

  record Radio(boolean on) implements LaneAct {}

  /** Asks the office for this tag, so that its answer may be there when the decision is taken. */
  record AskOffice(TagNumber tag) implements LaneAct {}

  /**
   * Tells the other lanes how well this one hears a tag.
   *
   * @param score 0 to 1, as in {@link Choice}
   * @param vehicle whether a vehicle stands here that may carry it
   */
  record Announce(TagNumber tag, double score, boolean vehicle) implements LaneAct {}

  /** This lane has accepted the tag for a vehicle. */
  record Claim(TagNumber tag, double score) implements LaneAct {}

  /** The claim is off, the tag went back. */
  record Release(TagNumber tag) implements LaneAct {}

  /** The tag has passed here; the claim lives on for the time of duplicates. */
  record Settle(TagNumber tag) implements LaneAct {}

  /**
   * A passage is held back: nobody could be asked about its tag. Stands behind its {@link Write}.
   *
   * @param score of the tag for the vehicle
   * @param atNanos when the tag was taken for it, monotonic
   */
  record AskLater(long vehicle, TagNumber tag, double score, long atNanos) implements LaneAct {}

  record Photograph(long vehicle, Shot shot) implements LaneAct {}

  /**
   * A plate was put to a vehicle.
   *
   * @param plateHash the first of those the reading may mean
   */
  record PlateOf(long vehicle, String plateHash) implements LaneAct {}

  /** To the journal. A passage is not committed before its record is durable. */
  record Write(LaneOutcome outcome) implements LaneAct {}

  /** A tag was heard and no vehicle took it. */
  record Ghost(TagEvidence tag) implements LaneAct {}

  /**
   * A trouble begins or ends.
   *
   * @param code lower-case words joined by hyphens
   */
  record Alarm(String code, boolean on, String detail) implements LaneAct {}

  /** An order was not obeyed. */
  record Refused(String order, String why) implements LaneAct {}
}
