// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/** Message 24, part A: the name of a vessel of class B. */
public record StaticName(Header header, String name) implements AisMessage {

  static final int PART = 0;
  static final int LEAST = 160;

  static StaticName of(Header header, Bits bits) {
    return new StaticName(header, bits.text(40, 120));
  }

  @Override
  public void tell(Teller to) {
    to.whole("part", PART);
    to.text("name", name);
  }
}
