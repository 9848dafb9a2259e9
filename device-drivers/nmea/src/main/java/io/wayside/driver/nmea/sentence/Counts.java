// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

import java.util.EnumMap;
import java.util.Map;

/**
 * How often each of some things happened. One thread counts; others may look and see it a little
 * late.
 */
public final class Counts<E extends Enum<E>> {

  /** Has all keys from the beginning, so that it never changes its shape. */
  private final EnumMap<E, Long> counts;

  public Counts(Class<E> kind) {
    this.counts = new EnumMap<>(kind);
    for (E thing : kind.getEnumConstants()) {
      counts.put(thing, 0L);
    }
  }

  public void add(E thing) {
    counts.put(thing, of(thing) + 1);
  }

  public long of(E thing) {
    return counts.getOrDefault(thing, 0L);
  }

  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Those that happened, in their order. */
  public Map<E, Long> all() {
    EnumMap<E, Long> happened = new EnumMap<>(counts);
    happened.values().removeIf(count -> count == 0);
    return happened;
  }
}
