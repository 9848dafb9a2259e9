// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.rig.contracts.SourceHarness;
import java.util.Map;

/** A contact on a scripted line, active low and without a settling time. */
final class ContactHarness implements SourceHarness<Contact, ContactChange> {

  private final ScriptedLines lines = new ScriptedLines();
  private final ContactInput contact;

  ContactHarness() {
    lines.level(true);
    contact =
        new ContactInput(
            Bench.contact(Map.of("device_id", "loop-1", "inverted", true, "settleUs", 0)),
            lines,
            new MachineTime());
    Bench.until("the line is open", () -> contact.active().isPresent());
  }

  @Override
  public Contact device() {
    return contact;
  }

  @Override
  public long monotonicNanos() {
    return System.nanoTime();
  }

  @Override
  public void peerSays(int number) {
    lines.level(number % 2 == 0);
  }

  @Override
  public boolean carries(ContactChange change, int number) {
    return change.active() == (number % 2 == 1);
  }

  @Override
  public void breakLink() {
    lines.plug(false);
  }

  @Override
  public void restoreLink() {
    lines.plug(true);
  }

  @Override
  public void close() {
    contact.stop();
  }
}
