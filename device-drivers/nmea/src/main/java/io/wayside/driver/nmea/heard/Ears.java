// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import io.wayside.core.water.AidReport;
import io.wayside.core.water.VesselReport;
import io.wayside.core.water.WaterReading;

/** Is told what was heard, in the words of core. */
public interface Ears {

  void aid(AidReport report);

  void vessel(VesselReport report);

  void water(WaterReading reading);
}
