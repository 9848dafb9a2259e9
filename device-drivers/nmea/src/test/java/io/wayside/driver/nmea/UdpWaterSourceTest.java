// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.WaterReading;
import io.wayside.core.water.WaterSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.WaterSourceContract;
import java.io.IOException;

class UdpWaterSourceTest extends WaterSourceContract {

  @Override
  protected SourceHarness<WaterSource, WaterReading> start() throws IOException {
    return WireHarness.overUdp(Said.WATER);
  }
}
