// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.time.TimeSource;
import java.util.Optional;

/** A contact that a test makes and breaks. */
public final class BenchContact implements Contact {

  private final String id;
  private final TimeSource time;
  private final Listeners<ContactChange> listeners;
  private volatile Optional<Boolean> active;

  public BenchContact(String id, TimeSource time, Optional<Boolean> first) {
    this.id = id;
    this.time = time;
    this.active = first;
    this.listeners =
        new Listeners<>(
            id,
            (words, fault) -> {
              throw new AssertionError(words, fault);
            });
  }

  public void is(boolean now) {
    becomes(now);
    listeners.received(new ContactChange(time.monotonicNanos(), now, StampedBy.DRIVER));
  }

  /** Changes, and the change is still on its way. */
  public void becomes(boolean now) {
    active = Optional.of(now);
  }

  public void lost() {
    active = Optional.empty();
    listeners.interrupted(
        new Interruption(time.monotonicNanos(), Interruption.Cause.LINK_DOWN, id + " is lost"));
  }

  @Override
  public Optional<Boolean> active() {
    return active;
  }

  @Override
  public Subscription subscribe(Listener<? super ContactChange> listener) {
    return listeners.subscribe(listener);
  }

  @Override
  public String deviceId() {
    return id;
  }
}
