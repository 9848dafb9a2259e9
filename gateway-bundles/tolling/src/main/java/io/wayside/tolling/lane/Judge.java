// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.core.quality.Flag;
import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;
import java.util.Set;

/** What lists, limits and fares say of a tag. Answers at once and without I/O. */
public interface Judge {

  /** The decision on an accepted tag. */
  Verdict judge(TagNumber tag, LaneSituation situation);

  /** What helps to tell whose tag it is. */
  Acquaintance know(TagNumber tag);

  /**
   * What is wrong with the chip of a tag that has passed.
   *
   * @param tid its own number, where it was read
   * @param several whether another chip said the same number of a tag meanwhile
   */
  default Set<Flag> chip(TagNumber tag, Optional<String> tid, boolean several) {
    return Set.of();
  }

  /**
   * What is known of a tag before any decision.
   *
   * @param usable of a known issuer and on its lists: it may stand for a vehicle here
   * @param plateHash of the plate it is registered for
   */
  record Acquaintance(boolean usable, Optional<String> plateHash) {}
}
