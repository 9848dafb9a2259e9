// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

import io.wayside.core.data.Value;
import io.wayside.core.health.Health;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** All parts of a gateway by health id. */
public record Parts(SortedMap<String, Health> byId) {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  public Parts {
    byId = Collections.unmodifiableSortedMap(new TreeMap<>(byId));
  }

  /** Where two speak of one part, the worse word counts. */
  public static Parts of(List<PartHealth> all) {
    TreeMap<String, Health> byId = new TreeMap<>();
    for (PartHealth part : all) {
      byId.merge(
          part.part(),
          part.health(),
          (one, other) -> one.status().compareTo(other.status()) >= 0 ? one : other);
    }
    return new Parts(byId);
  }

  /** The gateway is as well as its worst part. */
  public Health.Status status() {
    return byId.values().stream()
        .map(Health::status)
        .max(Comparator.naturalOrder())
        .orElse(Health.Status.OK);
  }

  /** The status as a word. */
  public String statusWord() {
    return status().name().toLowerCase(Locale.ROOT);
  }

  /** Each part with its health and for how long it has been so, in seconds. */
  public Value.Many toValue(long nowNanos) {
    return new Value.Many(
        byId.entrySet().stream()
            .map(
                entry ->
                    (Value)
                        Value.Fields.with("id", entry.getKey())
                            .and("status", entry.getValue().toValue().get("status"))
                            .and("code", entry.getValue().code())
                            .and("message", entry.getValue().message())
                            .and(
                                "forS",
                                (nowNanos - entry.getValue().sinceMonotonicNanos())
                                    / NANOS_PER_SECOND)
                            .build())
            .toList());
  }
}
