// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.tolllane;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.time.TimeSource;
import java.util.Optional;

/** A loop that the benchmark occupies and frees. */
final class HandLoop implements Contact {

  private final String id;
  private final TimeSource time;
  private final Listeners<ContactChange> listeners;
  private volatile boolean active;

  HandLoop(String id, TimeSource time) {
    this.id = id;
    this.time = time;
    this.listeners =
        new Listeners<>(
            id,
            (words, fault) -> {
              throw new IllegalStateException(words, fault);
            });
  }

  void is(boolean now) {
    active = now;
    listeners.received(new ContactChange(time.monotonicNanos(), now, StampedBy.DRIVER));
  }

  @Override
  public Optional<Boolean> active() {
    return Optional.of(active);
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
