// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.lane;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import io.wayside.core.device.Listener;
import io.wayside.core.device.Listeners;
import io.wayside.core.time.TimeSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A contact that somebody types; off at the beginning. */
final class TypedContact implements Contact {

  private static final Logger LOG = LoggerFactory.getLogger(TypedContact.class);

  private final String deviceId;
  private final TimeSource time;
  private final Listeners<ContactChange> listeners;
  private volatile boolean active;

  TypedContact(String deviceId, TimeSource time) {
    this.deviceId = deviceId;
    this.time = time;
    this.listeners = new Listeners<>("contact " + deviceId, LOG::error);
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
    return deviceId;
  }
}
