// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import java.util.List;

/**
 * What the other lanes said of a passage that was held back.
 *
 * @param passage as in {@link HeldBack}
 * @param answer of the lanes together
 * @param lanes that agreed
 */
public record LateWord(long passage, Answer answer, List<String> lanes) {

  public LateWord {
    lanes = List.copyOf(lanes);
  }

  /** What it comes to. */
  public enum Answer {
    /** Every other lane says that no vehicle of its own can have carried the tag then. */
    OWN,
    /** A vehicle of another lane may have carried it, or it passed there too. */
    DISPUTED,
    /** A lane does not remember that time. */
    FORGOTTEN,
    /** Not all lanes answered in the time for which they are asked. */
    UNANSWERED
  }
}
