// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.rig.contracts.LanternContract;
import io.wayside.rig.contracts.LanternHarness;
import io.wayside.rig.simulators.lantern.Lamp;
import io.wayside.rig.simulators.lantern.MarineLantern;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a pseudo-terminal, for a lantern without a heartbeat: only the gateway frees it. */
class PtyLanternTest extends LanternContract {

  private static final String HEARTBEAT = "\"heartbeat\": \\{[^}]*\\},";

  @TempDir Path folder;

  @Override
  protected LanternHarness start() throws IOException {
    Lamp lamp = new Lamp();
    return new WiredLantern(
        new Wire.OnPty<>(folder, clock -> new MarineLantern(clock, lamp, false)),
        lamp,
        Bench.map("example-lantern", HEARTBEAT, ""));
  }
}
