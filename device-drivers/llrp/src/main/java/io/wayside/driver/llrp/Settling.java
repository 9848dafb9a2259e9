// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact's changes apart from its bouncing: a level that lasts for the settling time counts,
 * with the time at which it was first told. Pure; time is passed in.
 */
final class Settling {

  private record Pending(boolean active, long nanos) {}

  private final long settleNanos;
  private final boolean inverted;
  private @Nullable Boolean active;
  private @Nullable Pending pending;
  private long lastNanos = Long.MIN_VALUE;

  Settling(long settleNanos, boolean inverted) {
    this.settleNanos = settleNanos;
    this.inverted = inverted;
  }

  /** Empty while it cannot be told. */
  Optional<Boolean> active() {
    return Optional.ofNullable(active);
  }

  /** What happens meanwhile is unknown. */
  void lose() {
    active = null;
    pending = null;
  }

  /** The first level after nothing was known: a state, and no change. */
  void begin(boolean high) {
    active = high != inverted;
    pending = null;
  }

  /** Hears a level; gives the change that had settled before it, or settles with it. */
  Optional<ContactChange> hear(boolean high, long nanos) {
    Optional<ContactChange> before = settled(nanos);
    boolean now = high != inverted;
    if (active == null || now == active) {
      pending = null;
    } else if (pending == null) {
      pending = new Pending(now, nanos);
    }
    return settleNanos == 0 ? settled(nanos) : before;
  }

  /** The change that has lasted long enough. */
  Optional<ContactChange> settled(long nowNanos) {
    Pending since = pending;
    if (since == null || nowNanos - since.nanos() < settleNanos) {
      return Optional.empty();
    }
    pending = null;
    active = since.active();
    lastNanos = Math.max(lastNanos, since.nanos());
    return Optional.of(new ContactChange(lastNanos, since.active(), StampedBy.DRIVER));
  }

  long untilSettledNanos(long nowNanos, long longestNanos) {
    Pending since = pending;
    return since == null
        ? longestNanos
        : Math.max(0, Math.min(longestNanos, since.nanos() + settleNanos - nowNanos));
  }
}
