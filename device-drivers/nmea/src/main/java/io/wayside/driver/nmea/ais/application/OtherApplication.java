// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/** Content that is not read, kept as it came. */
public record OtherApplication(Why why, Bits bits) implements Application {

  /** Why it is not read. */
  public enum Why {
    /** Nobody here knows it, or it is too short for what it says it is. */
    NOT_READ,
    /** Of no application. */
    UNSTRUCTURED,
    /** Orders to aids under a key, DAC 990: not for us. */
    ENCRYPTED
  }

  @Override
  public void tell(Teller to) {
    if (why == Why.ENCRYPTED) {
      to.flag("encrypted", true);
    }
    to.bits(bits);
  }
}
