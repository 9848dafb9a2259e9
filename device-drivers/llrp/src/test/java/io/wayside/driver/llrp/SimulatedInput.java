// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.llrp.ReaderTraits;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** A contact at an input of the rig's reader. */
final class SimulatedInput implements SourceHarness<Contact, ContactChange> {

  private static final int PORT = 2;

  private final SimulatedReader reader;
  private final ReaderContact contact;

  SimulatedInput(ReaderTraits traits, int settleMs) throws IOException {
    reader = SimulatedReader.hearing(traits, Map.of("keepaliveMs", 200));
    contact = Site.contact(reader.reader(), "loop-1", PORT, settleMs);
    reader.until("the level is known", () -> contact.active().isPresent());
  }

  SimulatedReader reader() {
    return reader;
  }

  void level(boolean high) {
    reader.simulated().input(PORT, high);
  }

  @Override
  public Contact device() {
    return contact;
  }

  @Override
  public long monotonicNanos() {
    return Site.TIME.monotonicNanos();
  }

  @Override
  public void peerSays(int number) {
    level(number % 2 == 1);
  }

  @Override
  public boolean carries(ContactChange change, int number) {
    return change.active() == (number % 2 == 1);
  }

  @Override
  public void breakLink() {
    reader.breakLink();
  }

  @Override
  public void restoreLink() {
    reader.restoreLink();
  }

  @Override
  public Duration deadline() {
    return Duration.ofSeconds(60);
  }

  @Override
  public void close() {
    contact.stop();
    reader.close();
  }
}
