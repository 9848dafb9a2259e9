// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Optional;

/**
 * What becomes of a crossing.
 *
 * @param crossing it is counted; nothing while it is refused
 * @param why what those said who were there
 */
record Crossed(Optional<Crossing> crossing, Why why) {

  /** What pieces of the picture within its outline did. */
  enum Why {
    /** Enough of them went over the line or towards it, as the outline did. */
    WENT,
    /** There are too few of them, or they cannot be told from what stands: it is believed. */
    UNKNOWN,
    /** Nearly all of them stood, or went elsewhere: it waits until somebody goes there. */
    NOBODY
  }

  static Crossed believed(Crossing crossing, Why why) {
    return new Crossed(Optional.of(crossing), why);
  }

  static Crossed refused() {
    return new Crossed(Optional.empty(), Why.NOBODY);
  }
}
