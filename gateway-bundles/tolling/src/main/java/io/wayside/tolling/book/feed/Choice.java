// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the lists that are offered brings a version in force to the highest that can be reached,
 * with the fewest bytes.
 */
public final class Choice {

  private Choice() {}

  /** How a version is reached: with so many bytes altogether, and by which step first. */
  private record Way(long bytes, @Nullable Offer first) {}

  /**
   * What is to be fetched next; empty when nothing newer can be reached.
   *
   * @param have the version in force; 0 when there is none
   * @param offers of one list, without those that were refused
   */
  public static Optional<Offer> next(long have, List<Offer> offers) {
    Map<Long, Way> ways = new HashMap<>();
    ways.put(have, new Way(0, null));
    long highest = have;
    List<Offer> rising =
        offers.stream()
            .filter(offer -> offer.version() > have)
            .sorted(Comparator.comparingLong(Offer::version))
            .toList();
    for (Offer offer : rising) {
      Way before = offer.base().isPresent() ? ways.get(offer.base().getAsLong()) : new Way(0, null);
      if (before == null) {
        continue; // builds upon what cannot be had
      }
      Way way =
          new Way(
              saturated(before.bytes(), offer.bytes()),
              before.first() == null ? offer : before.first());
      ways.merge(offer.version(), way, (one, other) -> other.bytes() < one.bytes() ? other : one);
      highest = offer.version();
    }
    Way way = ways.get(highest);
    return way == null ? Optional.empty() : Optional.ofNullable(way.first());
  }

  private static long saturated(long one, long other) {
    long sum = one + other;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }
}
