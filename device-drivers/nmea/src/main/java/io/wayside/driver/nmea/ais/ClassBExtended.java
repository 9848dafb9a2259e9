// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;

/**
 * Message 19: where a vessel of class B is and what it is.
 *
 * @param reserved 8 bits of the region
 * @param regional 4 bits of the region
 */
public record ClassBExtended(
    Header header,
    int reserved,
    Motion motion,
    int regional,
    String name,
    int shipType,
    Dimensions dimensions,
    int epfd,
    Optional<Boolean> raim,
    Optional<Boolean> noTerminal,
    Optional<Boolean> assigned)
    implements AisMessage {

  static final int LEAST = 305;

  static ClassBExtended of(Header header, Bits bits) {
    return new ClassBExtended(
        header,
        bits.unsigned(38, 8),
        Motion.of(bits, 46),
        bits.unsigned(139, 4),
        bits.text(143, 120),
        bits.unsigned(263, 8),
        Dimensions.of(bits, 271),
        bits.unsigned(301, 4),
        bits.flagIfThere(305),
        bits.flagIfThere(306),
        bits.flagIfThere(307));
  }

  @Override
  public void tell(Teller to) {
    to.whole("reserved", reserved);
    motion.tell(to);
    to.whole("regional", regional);
    to.text("name", name);
    to.whole("shipType", shipType);
    dimensions.tell(to);
    to.whole("epfd", epfd);
    to.flagIfThere("raim", raim);
    to.flagIfThere("dte", noTerminal);
    to.flagIfThere("assigned", assigned);
  }
}
