// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.rig.contracts.ContactContract;
import io.wayside.rig.contracts.SourceHarness;

/** The suite with a provider that keeps edges. */
class ScriptedContactTest extends ContactContract {

  @Override
  protected SourceHarness<Contact, ContactChange> start() {
    return new ContactHarness();
  }
}
