// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/** Message 14: a warning for everybody. */
public record SafetyText(Header header, String text) implements AisMessage {

  static final int LEAST = 40;

  static SafetyText of(Header header, Bits bits) {
    return new SafetyText(header, bits.text(LEAST, bits.length() - LEAST));
  }

  @Override
  public void tell(Teller to) {
    to.text("text", text);
  }
}
