// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.VesselSourceContract;
import java.io.IOException;

class TcpVesselSourceTest extends VesselSourceContract {

  @Override
  protected SourceHarness<VesselSource, VesselReport> start() throws IOException {
    return WireHarness.overTcp(Said.VESSELS);
  }
}
