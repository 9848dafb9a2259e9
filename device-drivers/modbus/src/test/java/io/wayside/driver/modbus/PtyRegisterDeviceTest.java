// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.rig.contracts.RegisterDeviceContract;
import io.wayside.rig.contracts.RegisterHarness;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PtyRegisterDeviceTest extends RegisterDeviceContract {

  @TempDir Path folder;

  @Override
  protected RegisterHarness start() throws IOException {
    return new WireHarness(new Peer.OnPty(folder));
  }
}
