// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.modbus;

import io.wayside.driver.modbus.OutputConfig.WritableTable;
import io.wayside.rig.contracts.OutputContract;
import io.wayside.rig.contracts.OutputHarness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a pseudo-terminal, with an inverted bit of a register that is safe when on. */
class PtyOutputTest extends OutputContract {

  private static final int OTHER_BITS = 0x8001;
  private static final int BIT = 3;

  @TempDir Path folder;

  @Override
  protected OutputHarness start() throws IOException {
    Peer peer = new Peer.OnPty(folder);
    peer.one.holding(12, OTHER_BITS | 1 << BIT);
    peer.module.failSafeRegister(12, OTHER_BITS);
    return new WiredOutput(
        peer,
        () -> (peer.one.holding(12) & 1 << BIT) == 0,
        Map.of(
            "table",
            WritableTable.HOLDING_REGISTERS,
            "address",
            12,
            "bit",
            BIT,
            "inverted",
            true,
            "safeOn",
            true));
  }
}
