// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.anpr;

import io.wayside.core.device.PlateReading;
import io.wayside.core.device.PlateSource;
import io.wayside.rig.contracts.PlateSourceContract;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.anpr.HikvisionForm;

/** The suite over HTTP. */
class HikvisionPlateSourceTest extends PlateSourceContract {

  @Override
  protected SourceHarness<PlateSource, PlateReading> start() {
    return new SimulatedCameraHarness(new HikvisionForm(true, true), Make.HIKVISION);
  }
}
