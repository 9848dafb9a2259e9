// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.ContactChange;
import io.wayside.driver.gpio.lines.Edge;
import org.jspecify.annotations.Nullable;

/**
 * Tells a contact's changes from its bouncing: a level that lasts for the settling time is one,
 * with the time of the edge from which on it lasted. Pure; time is passed in.
 *
 * <p>So a change is told by the settling time later than it happened, and what is shorter than the
 * settling time is not told at all.
 */
final class Debounce {

  private final long settleNanos;
  private final boolean inverted;
  private @Nullable Boolean active;
  private @Nullable Edge pending;
  private long lastTimeNanos = Long.MIN_VALUE;

  Debounce(long settleNanos, boolean inverted) {
    this.settleNanos = settleNanos;
    this.inverted = inverted;
  }

  /** The level a line has when it is opened: a state, and no change. */
  void begin(boolean high) {
    active = high != inverted;
    pending = null;
  }

  /** The line is lost; what it does meanwhile is unknown. */
  void lose() {
    active = null;
    pending = null;
  }

  /** Empty while it cannot be told. */
  @Nullable Boolean active() {
    return active;
  }

  /** Hears an edge; returns the change that settled before it, if any. */
  @Nullable ContactChange edge(Edge edge) {
    ContactChange settled = settled(edge.monotonicNanos());
    if (active == null) {
      return settled;
    }
    boolean now = edge.high() != inverted;
    if (now == active) {
      pending = null;
    } else if (pending == null) {
      pending = edge;
    }
    // Without a settling time nothing was pending before, and this edge settles at once.
    return settleNanos == 0 ? settled(edge.monotonicNanos()) : settled;
  }

  /** The change that has lasted long enough by now, if there is one. */
  @Nullable ContactChange settled(long nowNanos) {
    Edge since = pending;
    if (since == null || nowNanos - since.monotonicNanos() < settleNanos) {
      return null;
    }
    pending = null;
    boolean now = since.high() != inverted;
    active = now;
    // A stamp before the last one would turn the order round; clocks of two sources may differ.
    lastTimeNanos = Math.max(lastTimeNanos, since.monotonicNanos());
    return new ContactChange(lastTimeNanos, now, since.stampedBy());
  }

  /** How long until a change may settle; the longest when none is pending. */
  long untilSettledNanos(long nowNanos, long longestNanos) {
    Edge since = pending;
    return since == null
        ? longestNanos
        : Math.max(0, Math.min(longestNanos, since.monotonicNanos() + settleNanos - nowNanos));
  }
}
