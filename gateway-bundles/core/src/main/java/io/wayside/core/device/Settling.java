// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.device.ContactChange.StampedBy;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells a contact's changes from its bouncing: a level that lasts for the settling time is one,
 * with the time from which on it lasted. So a change is told by the settling time later than it
 * happened, and what is shorter is not told at all. Times are monotonic nanoseconds and passed in;
 * not for several threads.
 */
public final class Settling {

  private record Pending(boolean active, long nanos, StampedBy stampedBy) {}

  private final long settleNanos;
  private final boolean inverted;
  private @Nullable Boolean active;
  private @Nullable Pending pending;
  private long lastNanos = Long.MIN_VALUE;

  public Settling(long settleNanos, boolean inverted) {
    this.settleNanos = settleNanos;
    this.inverted = inverted;
  }

  /** Empty while it cannot be told. */
  public Optional<Boolean> active() {
    return Optional.ofNullable(active);
  }

  /** What happens meanwhile is unknown. */
  public void lose() {
    active = null;
    pending = null;
  }

  /** The first level after nothing was known: a state, and no change. */
  public void begin(boolean high) {
    active = high != inverted;
    pending = null;
  }

  /** Hears a level; gives the change that had settled before it, or settles with it. */
  public Optional<ContactChange> hear(boolean high, long nanos, StampedBy stampedBy) {
    Optional<ContactChange> before = settled(nanos);
    boolean now = high != inverted;
    if (active == null || now == active) {
      pending = null;
    } else if (pending == null) {
      pending = new Pending(now, nanos, stampedBy);
    }
    // Without a settling time nothing was pending before, and this level settles at once.
    return settleNanos == 0 ? settled(nanos) : before;
  }

  /**
   * As {@link #hear}, of a level that was looked at: what lay between two looks is not known, so a
   * level has lasted only from look to look.
   */
  public Optional<ContactChange> look(boolean high, long nanos, StampedBy stampedBy) {
    Pending since = pending;
    if (since != null && since.active() != (high != inverted)) {
      pending = null;
    }
    return hear(high, nanos, stampedBy);
  }

  /** The change that has lasted long enough. */
  public Optional<ContactChange> settled(long nowNanos) {
    Pending since = pending;
    if (since == null || nowNanos - since.nanos() < settleNanos) {
      return Optional.empty();
    }
    pending = null;
    active = since.active();
    // A stamp before the last one would turn the order round; clocks of two sources may differ.
    lastNanos = Math.max(lastNanos, since.nanos());
    return Optional.of(new ContactChange(lastNanos, since.active(), since.stampedBy()));
  }

  /** How long until a change may settle; the longest when none is pending. */
  public long untilSettledNanos(long nowNanos, long longestNanos) {
    Pending since = pending;
    return since == null
        ? longestNanos
        : Math.max(0, Math.min(longestNanos, since.nanos() + settleNanos - nowNanos));
  }
}
