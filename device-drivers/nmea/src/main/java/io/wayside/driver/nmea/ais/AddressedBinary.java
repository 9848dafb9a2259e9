// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/**
 * Message 6: something for one station.
 *
 * @param sequence 0 to 3
 * @param destination MMSI; monitored aids also send to 0 and 999999999
 * @param retransmitted sent once more since nobody acknowledged it
 * @param dac area whose authority defined the application; says nothing of where the sender is
 * @param fi which application
 */
public record AddressedBinary(
    Header header,
    int sequence,
    int destination,
    boolean retransmitted,
    int dac,
    int fi,
    Application content)
    implements AisMessage {

  static final int LEAST = 88;

  static AddressedBinary of(Header header, Bits bits, Applications applications) {
    int dac = bits.unsigned(72, 10);
    int fi = bits.unsigned(82, 6);
    return new AddressedBinary(
        header,
        bits.unsigned(38, 2),
        bits.unsigned(40, 30),
        bits.flag(70),
        dac,
        fi,
        applications.addressed(dac, fi, bits.slice(LEAST, bits.length())));
  }

  /** As it is sent. */
  public Bits bits() {
    return header
        .write()
        .put(sequence, 2)
        .put(destination, 30)
        .flag(retransmitted)
        .put(0, 1)
        .put(dac, 10)
        .put(fi, 6)
        .all(content.bits())
        .bits();
  }

  @Override
  public void tell(Teller to) {
    to.whole("sequence", sequence);
    to.whole("destination", destination);
    to.flag("retransmitted", retransmitted);
    to.whole("dac", dac);
    to.whole("fi", fi);
    content.tell(to);
  }
}
