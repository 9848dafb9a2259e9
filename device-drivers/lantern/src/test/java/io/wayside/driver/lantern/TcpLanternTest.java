// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.rig.contracts.LanternContract;
import io.wayside.rig.contracts.LanternHarness;
import io.wayside.rig.simulators.lantern.Lamp;
import io.wayside.rig.simulators.lantern.MarineLantern;
import java.io.IOException;

/** The suite on TCP, for a lantern that returns to automatic by itself. */
class TcpLanternTest extends LanternContract {

  @Override
  protected LanternHarness start() throws IOException {
    Lamp lamp = new Lamp();
    return new WiredLantern(
        new Wire.OnTcp<>(clock -> new MarineLantern(clock, lamp, true)),
        lamp,
        Bench.hurried("example-lantern"));
  }
}
