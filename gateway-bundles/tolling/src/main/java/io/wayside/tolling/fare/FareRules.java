// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.Duration;
import java.util.Optional;

/**
 * What is done where something is missing.
 *
 * @param groupMissing the group that is charged when none is registered; empty: a person decides
 * @param entryMissing in a closed system, when there is no entry or it is too old
 * @param entryStaleAfter an entry older than this is none
 */
public record FareRules(
    Optional<Integer> groupMissing, EntryMissing entryMissing, Duration entryStaleAfter) {

  /** What is charged without an entry. */
  public enum EntryMissing {
    /** The highest sum of the group to this exit. */
    MAXIMUM,
    /** Nothing yet: a person looks at the pictures. */
    REVIEW
  }
}
