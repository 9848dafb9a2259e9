// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Interruption.Cause;
import java.util.Optional;

/**
 * Tells what a driver finds out about a contact in the way that {@link Contact} promises: changes
 * that settled, one interruption an outage by its first cause, and after it the state anew. Times
 * are monotonic nanoseconds and passed in. One thread at a time tells; any may ask.
 */
public final class ContactTeller {

  private final Settling settling;
  private final Listener<? super ContactChange> listeners;
  private boolean interrupted;
  private long knownNanos;
  private volatile Optional<Boolean> active = Optional.empty();

  /** A contact of which nothing is known yet. */
  public ContactTeller(
      Settling settling, Listener<? super ContactChange> listeners, long nowNanos) {
    this.settling = settling;
    this.listeners = listeners;
    this.knownNanos = nowNanos;
  }

  /** Empty while it cannot be told. */
  public Optional<Boolean> active() {
    return active;
  }

  /** Whether a level is known, so that what comes next can be a change. */
  public boolean isKnown() {
    return settling.active().isPresent();
  }

  /** The first level since nothing was known; listeners that heard of an outage are told it. */
  public void begin(boolean high, long nanos) {
    settling.begin(high);
    active = settling.active();
    knownNanos = Math.max(knownNanos, nanos);
    if (interrupted) {
      interrupted = false;
      listeners.received(new ContactChange(nanos, active.orElse(false), StampedBy.DRIVER));
    }
  }

  /** An edge to this level. */
  public void hear(boolean high, long nanos, StampedBy stampedBy) {
    settling.hear(high, nanos, stampedBy).ifPresent(this::tell);
  }

  /** The level as it is when the driver looks. */
  public void look(boolean high, long nanos, StampedBy stampedBy) {
    settling.look(high, nanos, stampedBy).ifPresent(this::tell);
    knownNanos = Math.max(knownNanos, nanos);
  }

  /** Up to now every edge was heard. */
  public void alive(long nowNanos) {
    settling.settled(nowNanos).ifPresent(this::tell);
    if (isKnown()) {
      knownNanos = Math.max(knownNanos, nowNanos);
    }
  }

  /** How long until a change may settle; the longest when none is pending. */
  public long untilSettledNanos(long nowNanos, long longestNanos) {
    return settling.untilSettledNanos(nowNanos, longestNanos);
  }

  /** The level is not known any more. */
  public void lose(Cause cause, String detail) {
    settling.lose();
    active = Optional.empty();
    if (!interrupted) {
      interrupted = true;
      listeners.interrupted(new Interruption(knownNanos, cause, detail));
    }
  }

  private void tell(ContactChange change) {
    active = Optional.of(change.active());
    knownNanos = Math.max(knownNanos, change.monotonicNanos());
    listeners.received(change);
  }
}
