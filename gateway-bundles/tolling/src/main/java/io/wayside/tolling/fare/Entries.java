// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is in a closed system. Decisions ask; passages tell, so that a vehicle that was let pass and
 * went back is not in.
 */
public interface Entries {

  /** Whether a tag may come in. */
  Answer mayEnter(String tag);

  /** A vehicle with this tag came in. */
  Change entered(String tag, EntryPoint entry);

  /** Where this tag came in. */
  Optional<EntryPoint> openOf(String tag);

  /** A vehicle with this tag left. */
  Optional<EntryPoint> left(String tag);

  /** Ends entries from before a moment, the oldest first. */
  List<Ended> endOlderThan(Instant moment);

  /** What the policy says. */
  enum Answer {
    PASS,
    PASS_FLAGGED,
    HOLD
  }

  /** An entry that ended without an exit. */
  record Ended(String tag, EntryPoint entry, Why why) {}

  /** Why an entry ended without an exit. */
  enum Why {
    NO_EXIT,
    TOO_OLD,
    /** The store was full, and this was the oldest. */
    NO_ROOM
  }

  /**
   * What an entry changed.
   *
   * @param counts whether it is the one that counts now
   * @param ended entries that ended by it
   */
  record Change(boolean counts, List<Ended> ended) {
    public Change {
      ended = List.copyOf(ended);
    }
  }
}
