// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import java.util.Comparator;
import java.util.Optional;

/**
 * Passages of one kind.
 *
 * @param key what they have in common
 * @param minor sum in the smallest unit
 */
public record Total(Key key, long count, long minor) {

  /**
   * What they have in common.
   *
   * @param group vehicle group charged
   * @param currency empty where nothing was charged
   */
  public record Key(
      Optional<Integer> group, String payment, Optional<String> mode, Optional<String> currency)
      implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing((Key key) -> key.group.orElse(0))
            .thenComparing(Key::payment)
            .thenComparing(key -> key.mode.orElse(""))
            .thenComparing(key -> key.currency.orElse(""));

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  Total plus(long moreMinor) {
    return new Total(key, count + 1, Math.addExact(minor, moreMinor));
  }

  static Total sum(Total one, Total other) {
    return new Total(one.key, one.count + other.count, Math.addExact(one.minor, other.minor));
  }
}
