// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.health;

import io.wayside.core.health.Health;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers since when there is trouble, and lets what may pass count as starting for a while. */
public final class TroubleHistory {

  /** A reference that is not there after so long will not come by itself. */
  static final Duration GRACE = Duration.ofSeconds(10);

  private Map<Trouble, Long> since = new HashMap<>();

  /** The troubles of this moment as health. */
  public synchronized List<PartHealth> at(List<Trouble> troubles, long nowNanos) {
    Map<Trouble, Long> still = new HashMap<>();
    List<PartHealth> parts = new ArrayList<>();
    for (Trouble trouble : troubles) {
      long first = since.getOrDefault(trouble, nowNanos);
      still.put(trouble, first);
      parts.add(new PartHealth(trouble.part(), health(trouble, first, nowNanos)));
    }
    since = still;
    return parts;
  }

  private static Health health(Trouble trouble, long sinceNanos, long nowNanos) {
    return trouble.mayPass() && nowNanos - sinceNanos < GRACE.toNanos()
        ? Health.starting(trouble.message(), sinceNanos)
        : new Health(Health.Status.FAILED, trouble.code(), trouble.message(), sinceNanos);
  }
}
