// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

/** What the office, or the network before it, does when a list is fetched. */
public enum FeedMischief {
  NONE,
  /** It says that it gives nothing now. */
  REFUSE,
  /** It closes without a word. */
  SILENT,
  /** It breaks off in the middle of what it said it would send. */
  CUT,
  /** It sends nothing more from the middle on. */
  STALL,
  /** A few bytes at a time. */
  SLOW,
  /** It has less than the index says, and says so. */
  SHORTER,
  /** It sends more than the index says. */
  LONGER,
  /** The first line is signed by somebody else. */
  FORGED,
  /** A byte of the content is another. */
  DAMAGED,
  /** The version before, under the name of this one. */
  OLDER,
  /** It knows no ranges. */
  WHOLE,
  /** It gives another range than the one that was asked for. */
  OTHER_RANGE,
  /** An index from before. */
  OLD_INDEX,
  /** An index that cannot be read. */
  GARBLED_INDEX
}
