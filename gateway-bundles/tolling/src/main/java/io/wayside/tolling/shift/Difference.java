// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One lane number on which lane and office do not agree.
 *
 * @param ours sum in the lane's records
 * @param theirs sum in the office's account
 * @param detail the office's reason, when it rejected it
 */
public record Difference(
    long number, What what, Optional<Long> ours, Optional<Long> theirs, String detail) {

  /** What differs. */
  public enum What {
    /** The office has not said that it has it. */
    MISSING_THERE,
    /** The office has what the lane does not know. */
    UNKNOWN_HERE,
    OTHER_SUM,
    REJECTED
  }

  /** All differences, in the order of the numbers. */
  public static List<Difference> between(
      Map<Long, Long> ours, Map<Long, Long> theirs, Map<Long, String> rejected) {
    SortedSet<Long> numbers = new TreeSet<>(ours.keySet());
    numbers.addAll(theirs.keySet());
    numbers.addAll(rejected.keySet());
    List<Difference> differences = new ArrayList<>();
    for (long number : numbers) {
      Optional<Long> here = Optional.ofNullable(ours.get(number));
      Optional<Long> there = Optional.ofNullable(theirs.get(number));
      what(here, there, rejected.containsKey(number))
          .ifPresent(
              what ->
                  differences.add(
                      new Difference(
                          number, what, here, there, rejected.getOrDefault(number, ""))));
    }
    return differences;
  }

  private static Optional<What> what(
      Optional<Long> here, Optional<Long> there, boolean isRejected) {
    if (isRejected) {
      return Optional.of(What.REJECTED);
    }
    if (here.isEmpty()) {
      return Optional.of(What.UNKNOWN_HERE);
    }
    if (there.isEmpty()) {
      return Optional.of(What.MISSING_THERE);
    }
    return here.equals(there) ? Optional.empty() : Optional.of(What.OTHER_SUM);
  }
}
