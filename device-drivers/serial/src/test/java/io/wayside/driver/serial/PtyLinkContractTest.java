// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.rig.contracts.LinkContract;
import io.wayside.rig.contracts.LinkHarness;
import io.wayside.rig.simulators.transport.PtyPipe;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PtyLinkContractTest extends LinkContract {

  @TempDir Path folder;

  @Override
  protected LinkHarness start() throws IOException {
    return new PipeHarness(
        new PtyPipe(folder.resolve("ttyPeer")), "serial:", folder.resolve("ttyNobody").toString());
  }
}
