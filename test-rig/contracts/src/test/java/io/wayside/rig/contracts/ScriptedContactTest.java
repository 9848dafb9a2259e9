// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.contracts;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.rig.contracts.scripted.ScriptedContact;

class ScriptedContactTest extends ContactContract {

  @Override
  protected SourceHarness<Contact, ContactChange> start() {
    ScriptedContact loop = new ScriptedContact("loop-1");
    return ScriptedHarness.speaking(
        loop,
        Contact.class,
        number -> loop.becomes(number % 2 == 1),
        (change, number) -> change.active() == (number % 2 == 1));
  }
}
