// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.contracts.ContactContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a pseudo-terminal, with an inverted bit of an input register. */
class PtyContactTest extends ContactContract {

  private static final int OTHER_BITS = 0xA00A;
  private static final int BIT = 4;

  @TempDir Path folder;

  @Override
  protected SourceHarness<Contact, ContactChange> start() throws IOException {
    Peer peer = new Peer.OnPty(folder);
    return new WiredContact(
        peer,
        active ->
            peer.holds(Table.INPUT_REGISTERS, 11, active ? OTHER_BITS : OTHER_BITS | 1 << BIT),
        Map.of("table", Table.INPUT_REGISTERS, "address", 11, "bit", BIT, "inverted", true));
  }
}
