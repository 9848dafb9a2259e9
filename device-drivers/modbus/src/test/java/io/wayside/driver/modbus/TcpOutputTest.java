// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.rig.contracts.OutputContract;
import io.wayside.rig.contracts.OutputHarness;
import java.io.IOException;
import java.util.Map;

/** The suite on TCP, with a coil that is safe when off. */
class TcpOutputTest extends OutputContract {

  @Override
  protected OutputHarness start() throws IOException {
    Peer peer = new Peer.OnTcp();
    peer.one.coil(5, true); // left so by whoever had it before
    peer.module.failSafeCoil(5, false);
    return new WiredOutput(peer, () -> peer.one.coil(5), Map.of("address", 5, "safeOn", false));
  }
}
