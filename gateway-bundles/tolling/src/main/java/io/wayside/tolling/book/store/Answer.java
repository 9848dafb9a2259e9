// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.store;

import io.wayside.tolling.book.ListInForce;
import java.time.Instant;
import java.util.Optional;

/** What became of a list that its issuer did sign. */
public sealed interface Answer {

  /**
   * It is in force.
   *
   * @param before what it took the place of
   * @param tags on it
   * @param entries read for it
   */
  record Applied(ListInForce now, Optional<ListInForce> before, long tags, long entries)
      implements Answer {}

  /** That version, or a later one, was in force before; nothing was done. */
  record Already(ListInForce now) implements Answer {}

  /**
   * It does not fit what is kept here; nothing was changed. The issuer is to be asked for the full
   * list.
   *
   * @param have the version in force; 0 when there is none
   * @param why for people
   */
  record AskFull(String issuer, String list, long have, String why) implements Answer {}

  /** Its time has not come; hand it in again then. */
  record NotYet(ListInForce list, Instant validFrom) implements Answer {}
}
