// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;

/**
 * What the other lanes of the station have to say to a tag. Answers at once from what was heard.
 */
public interface Neighbours {

  /**
   * May this lane take the tag?
   *
   * @param score of the tag for the vehicle here
   * @param alone whether the vehicle here has no other candidate
   */
  Word ask(TagNumber tag, double score, boolean alone, long nanos);

  /** The answer. */
  enum Word {
    /** No other lane hears it better or has claimed it. */
    MINE,
    /** Another lane has claimed it too, but hears it worse: this one may let it pass. */
    RATHER_MINE,
    /** Another lane has claimed it, or hears it better. */
    THEIRS,
    /** Both hear it alike, and more is in doubt: neither may take it. */
    TIED,
    /** The same, and this one hears it a little better: if one may, it is this. */
    LEADING,
    /** The same, and this one hears it no better: it may where the other one does not take it. */
    TRAILING,
    /** It has passed another lane within the time of duplicates. */
    PASSED_ELSEWHERE,
    /** The others cannot be asked: the local rule decides, and that is marked. */
    UNARBITRATED;

    /** Another lane hears it alike, and nothing more is in doubt. */
    boolean isTie() {
      return this == LEADING || this == TRAILING;
    }
  }

  /** A lane without neighbours. */
  Neighbours NONE = (tag, score, alone, nanos) -> Word.MINE;
}
