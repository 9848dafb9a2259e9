// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.application.Application;
import io.wayside.driver.nmea.ais.application.Applications;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/** Message 8: something for everybody. */
public record BroadcastBinary(Header header, int dac, int fi, Application content)
    implements AisMessage {

  static final int LEAST = 56;

  static BroadcastBinary of(Header header, Bits bits, Applications applications) {
    int dac = bits.unsigned(40, 10);
    int fi = bits.unsigned(50, 6);
    return new BroadcastBinary(
        header, dac, fi, applications.broadcast(dac, fi, bits.slice(LEAST, bits.length())));
  }

  @Override
  public void tell(Teller to) {
    to.whole("dac", dac);
    to.whole("fi", fi);
    content.tell(to);
  }
}
