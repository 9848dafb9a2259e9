// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.rig.contracts.RegisterDeviceContract;
import io.wayside.rig.contracts.RegisterHarness;
import java.io.IOException;

class TcpRegisterDeviceTest extends RegisterDeviceContract {

  @Override
  protected RegisterHarness start() throws IOException {
    return new WireHarness(new Peer.OnTcp());
  }
}
