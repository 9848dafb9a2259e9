// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

import io.wayside.tolling.tag.TagNumber;
import java.util.Optional;

/** What lists, limits and fares say of a tag. Answers at once and without I/O. */
public interface Judge {

  /** The decision on an accepted tag. */
  Verdict judge(TagNumber tag, LaneSituation situation);

  /** What helps to tell whose tag it is. */
  Acquaintance know(TagNumber tag);

  /**
   * What is known of a tag before any decision.
   *
   * @param usable of a known issuer and on its lists: it may stand for a vehicle here
   * @param plateHash of the plate it is registered for
   */
  record Acquaintance(boolean usable, Optional<String> plateHash) {}
}
