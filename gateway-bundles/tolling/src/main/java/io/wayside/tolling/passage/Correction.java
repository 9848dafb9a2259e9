// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.record.RecordId;
import java.util.Optional;

/**
 * A correction that may be written: {@link CorrectionPolicy} makes it.
 *
 * @param id by which it is asked for; the same one is written once
 * @param of the record it corrects
 * @param ofHash its hash, so that it is known which content was corrected
 * @param shift of the record it corrects: there its money belongs
 * @param before what the passage came to with all corrections so far
 * @param after what it comes to now
 * @param reason a code, such as {@code charged-twice}
 * @param actor who asked for it
 * @param second who agreed
 */
public record Correction(
    String id,
    RecordId of,
    String ofHash,
    Shift shift,
    boolean late,
    Act act,
    long before,
    long after,
    String currency,
    String reason,
    String words,
    String actor,
    Optional<String> second) {

  /** The reason of those that a lane makes itself, when the others have agreed afterwards. */
  public static final String ARBITRATED_LATE = "arbitrated-late";

  /** What it does. */
  public enum Act {
    /** Nothing is charged any more. */
    REVERSE,
    /** Another sum is charged, also for the first time after a review. */
    ADJUST
  }
}
