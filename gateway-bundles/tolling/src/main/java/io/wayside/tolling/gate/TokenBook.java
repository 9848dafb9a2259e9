// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

/** What the lists say of a medium. Answers at once, from lists that are whole. */
@FunctionalInterface
public interface TokenBook {

  /**
   * Looks a medium up.
   *
   * @param token keyed hash of the medium's id, as the certified reader gives it
   */
  TokenFinding find(String token);
}
