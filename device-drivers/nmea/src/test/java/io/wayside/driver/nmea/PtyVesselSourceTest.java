// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.water.VesselReport;
import io.wayside.core.water.VesselSource;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.contracts.VesselSourceContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class PtyVesselSourceTest extends VesselSourceContract {

  @TempDir Path folder;

  @Override
  protected SourceHarness<VesselSource, VesselReport> start() throws IOException {
    return WireHarness.overPty(Said.VESSELS, folder);
  }
}
