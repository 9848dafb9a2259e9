// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.loops;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Interruption.Cause;
import io.wayside.core.device.Listener;

/** What a driver tells of one contact, handed to the counter one call at a time. */
record Told(String channel, Way.Hearing hearing) implements Listener<ContactChange> {

  @Override
  public void received(ContactChange change) {
    synchronized (hearing) {
      hearing.changed(channel, change.monotonicNanos(), change.active());
    }
  }

  /** The stop's own interruption is none of the lane's. */
  @Override
  public void interrupted(Interruption interruption) {
    if (interruption.cause() != Cause.STOPPED) {
      synchronized (hearing) {
        hearing.lost(channel, interruption.sinceMonotonicNanos());
      }
    }
  }
}
