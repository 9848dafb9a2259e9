// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts.scripted;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.ContactChange.StampedBy;
import java.util.Optional;

/** A contact the script closes and opens. */
public final class ScriptedContact extends ScriptedSource<ContactChange> implements Contact {

  private Optional<Boolean> active = Optional.empty();

  public ScriptedContact(String deviceId) {
    super(deviceId);
  }

  @Override
  public synchronized Optional<Boolean> active() {
    return active;
  }

  /** Becomes active or inactive; says nothing when it already is. */
  public synchronized void becomes(boolean nowActive) {
    if (isLinkUp() && !active.equals(Optional.of(nowActive))) {
      active = Optional.of(nowActive);
      say(at -> new ContactChange(at, nowActive, StampedBy.DRIVER));
    }
  }

  @Override
  protected void linkLost() {
    active = Optional.empty();
  }
}
