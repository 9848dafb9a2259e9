// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Teller;

/**
 * A message, its fields as the numbers that were sent. Methods beside them give values in units,
 * empty where the sender says that it has none.
 */
public sealed interface AisMessage
    permits PositionReport,
        BaseStation,
        VoyageData,
        AddressedBinary,
        BroadcastBinary,
        SafetyText,
        ClassBPosition,
        ClassBExtended,
        AidToNavigation,
        StaticName,
        StaticParticulars,
        SlotBinary,
        LongRange,
        ShortAidToNavigation,
        OtherMessage {

  Header header();

  /** All fields after the header. */
  void tell(Teller to);

  default int type() {
    return header().type();
  }

  default int repeat() {
    return header().repeat();
  }

  default int mmsi() {
    return header().mmsi();
  }
}
