// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.core.device.Contact;
import io.wayside.core.device.ContactChange;
import io.wayside.core.device.RegisterDevice.Table;
import io.wayside.rig.contracts.ContactContract;
import io.wayside.rig.contracts.SourceHarness;
import java.io.IOException;
import java.util.Map;

/** The suite on TCP, with a discrete input. */
class TcpContactTest extends ContactContract {

  @Override
  protected SourceHarness<Contact, ContactChange> start() throws IOException {
    Peer peer = new Peer.OnTcp();
    return new WiredContact(
        peer, active -> peer.holds(Table.DISCRETE_INPUTS, 7, active ? 1 : 0), Map.of("address", 7));
  }
}
