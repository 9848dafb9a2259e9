// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.ContactChange;
import io.wayside.core.device.Interruption;
import io.wayside.core.device.Listener;
import java.util.List;

/** Keeps what a contact tells. */
record Changes(List<ContactChange> heard) implements Listener<ContactChange> {

  static Changes into(List<ContactChange> heard) {
    return new Changes(heard);
  }

  @Override
  public void received(ContactChange change) {
    heard.add(change);
  }

  @Override
  public void interrupted(Interruption interruption) {
    // That a level is unknown is no change of it.

  }
}
