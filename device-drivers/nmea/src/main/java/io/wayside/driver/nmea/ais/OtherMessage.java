// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/**
 * A message of a type nobody here reads, or too short for its type.
 *
 * @param bits all of them, header and all
 */
public record OtherMessage(Header header, Why why, Bits bits) implements AisMessage {

  /** Why it is not read. */
  public enum Why {
    /** Corrections for satellite receivers, interrogations, channel orders, unknown types. */
    NOT_READ,
    /** Shorter than the shortest form of its type. */
    TOO_SHORT
  }

  @Override
  public void tell(Teller to) {
    if (why == Why.TOO_SHORT) {
      to.flag("tooShort", true);
    }
    to.bits(bits);
  }
}
