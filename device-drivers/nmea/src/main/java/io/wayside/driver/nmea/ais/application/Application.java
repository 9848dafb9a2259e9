// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/** What a binary message carries, fields as the numbers that were sent. */
public sealed interface Application
    permits AidMonitoring,
        BuoyPosition,
        ZeniBuoy,
        SealiteLantern,
        MetHydro,
        WaterLevels,
        BridgeClearance,
        SignalStation,
        OtherApplication {

  /** The bits after the application's number, as they were sent or as they are to be. */
  Bits bits();

  void tell(Teller to);
}
