// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import java.util.Optional;

/** What the lane has to put on record. */
public sealed interface LaneOutcome {

  Evidence evidence();

  /**
   * A vehicle may pass. Not a charge.
   *
   * @param readNanos when its tag was first heard, monotonic; when it was decided without a tag
   * @param decidedNanos monotonic
   * @param actor the attendant, when one decided
   */
  record Grant(
      Evidence evidence, Verdict verdict, long readNanos, long decidedNanos, Optional<String> actor)
      implements LaneOutcome {

    public long vehicle() {
      return evidence.vehicle();
    }
  }

  /**
   * A vehicle has passed.
   *
   * @param grant in force when it did
   * @param crossedNanos when the safety loop rose, monotonic
   */
  record Passage(
      Evidence evidence, Terms terms, Optional<Grant> grant, long crossedNanos, Violation violation)
      implements LaneOutcome {}

  /**
   * A vehicle went back, or was never seen to pass.
   *
   * @param grant that ends with it
   */
  record Abort(Evidence evidence, Why why, Optional<Grant> grant) implements LaneOutcome {}

  /** On which terms a vehicle has passed. */
  enum Terms {
    CHARGED,
    FREE,
    TICKET,
    /** Came into a closed system: nothing is charged. */
    ENTRY,
    MANUAL,
    /** While the lane was held open or maintained: counted, not charged. */
    FORCED_OPEN,
    /** A passage whose charge is in doubt: never charged by itself, a person decides. */
    REVIEW,
    VIOLATION
  }

  /** How a vehicle passed that had no grant. */
  enum Violation {
    NONE,
    RUN_THROUGH,
    TAILGATING,
    /** Came to the safety loop without having been on the arming loop. */
    UNSEEN
  }

  /** Why a vehicle ended without a passage. */
  enum Why {
    BACKED_OUT,
    /** Too short on the arming loop for a vehicle. */
    TOO_SHORT,
    /** It was the trailer of the one ahead. */
    TRAILER,
    /** Neither seen to pass nor to go back. */
    VANISHED,
    /** A grant from before a restart, and the lane was empty: not charged, for review. */
    UNPROVEN
  }
}
