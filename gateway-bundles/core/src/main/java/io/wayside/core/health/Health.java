// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.health;

import io.wayside.core.data.Value;

/**
 * How a part is.
 *
 * @param status for machines
 * @param code a stable reason, lower-case words joined by hyphens, such as {@code link-down}
 * @param message for people: names the thing, the place and the remedy
 * @param sinceMonotonicNanos since when it is so, on this boot's monotonic clock
 */
public record Health(Status status, String code, String message, long sinceMonotonicNanos) {

  /** How a part is, best first. */
  public enum Status {
    OK,
    STARTING,
    DEGRADED,
    FAILED
  }

  public static Health ok(long sinceMonotonicNanos) {
    return new Health(Status.OK, "ok", "in order", sinceMonotonicNanos);
  }

  public static Health starting(String message, long sinceMonotonicNanos) {
    return new Health(Status.STARTING, "starting", message, sinceMonotonicNanos);
  }

  /** Whether another report says the same, whenever it began. */
  public boolean sameAs(Health other) {
    return status == other.status && code.equals(other.code) && message.equals(other.message);
  }

  /** As record content. */
  public Value.Fields toValue() {
    return Value.Fields.with("status", status.name().toLowerCase(java.util.Locale.ROOT))
        .and("code", code)
        .and("message", message)
        .build();
  }
}
