// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.rig.contracts.LinkContract;
import io.wayside.rig.contracts.LinkHarness;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import java.io.IOException;

class TcpLinkContractTest extends LinkContract {

  @Override
  protected LinkHarness start() throws IOException {
    TcpServerPipe gone = new TcpServerPipe(0);
    gone.open();
    String deadAddress = gone.address();
    gone.close();
    return new PipeHarness(new TcpServerPipe(0), "tcp://", deadAddress);
  }
}
