// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book;

import java.util.List;
import java.util.Optional;

/**
 * What the lists say of one tag, and which lists those were.
 *
 * @param issuer by the form of the number
 * @param group the vehicle group it is registered with; empty when no list says it
 * @param exempt why it pays nothing, such as {@code ambulance}; empty when it pays
 * @param tickets season tickets that may hold here and now; the decision checks place and dates
 * @param plateHash keyed hash of the registered plate
 * @param lists every list that was asked
 */
public record Finding(
    Standing standing,
    Optional<String> issuer,
    Optional<Integer> group,
    Optional<String> exempt,
    List<Ticket> tickets,
    Optional<String> plateHash,
    List<ListInForce> lists) {

  public Finding {
    tickets = List.copyOf(tickets);
    lists = List.copyOf(lists);
  }
}
