// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.tag.TagNumber;
import java.util.List;
import java.util.Optional;

/**
 * A decision about a vehicle, with what it rests on.
 *
 * @param atNanos empty when it was taken in an earlier run, whose clock is not this one's
 * @param answer {@code grant}, {@code hold}
 * @param rule the rule that fired, such as {@code lists}, {@code ticket}
 * @param mode {@code online}, {@code degraded}, {@code island}, {@code manual}
 * @param reason shown to attendant and driver, as a code
 * @param actor who decided, where a person did
 * @param group vehicle group the tag is registered with
 * @param lists what was used
 */
public record Decided(
    Optional<Long> atNanos,
    String answer,
    String rule,
    String mode,
    String reason,
    Optional<String> actor,
    Optional<TagNumber> tag,
    Optional<Integer> group,
    List<ListInForce> lists) {

  public Decided {
    lists = List.copyOf(lists);
  }
}
