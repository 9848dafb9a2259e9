// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Teller;

/**
 * Message 18: where a vessel of class B is.
 *
 * @param reserved 8 bits of the region
 * @param regional 2 bits of the region
 * @param carrierSense listens before it sends; else it has its own slots
 * @param display has a display
 * @param dsc has digital selective calling
 * @param band whole marine band
 * @param channels takes orders by message 22
 * @param radio state of the radio with its selector, 20 bits
 */
public record ClassBPosition(
    Header header,
    int reserved,
    Motion motion,
    int regional,
    boolean carrierSense,
    boolean display,
    boolean dsc,
    boolean band,
    boolean channels,
    boolean assigned,
    boolean raim,
    int radio)
    implements AisMessage {

  static final int LENGTH = 168;

  static ClassBPosition of(Header header, Bits bits) {
    return new ClassBPosition(
        header,
        bits.unsigned(38, 8),
        Motion.of(bits, 46),
        bits.unsigned(139, 2),
        bits.flag(141),
        bits.flag(142),
        bits.flag(143),
        bits.flag(144),
        bits.flag(145),
        bits.flag(146),
        bits.flag(147),
        bits.unsigned(148, 20));
  }

  @Override
  public void tell(Teller to) {
    to.whole("reserved", reserved);
    motion.tell(to);
    to.whole("regional", regional);
    to.flag("cs", carrierSense);
    to.flag("display", display);
    to.flag("dsc", dsc);
    to.flag("band", band);
    to.flag("msg22", channels);
    to.flag("assigned", assigned);
    to.flag("raim", raim);
    to.whole("radio", radio);
  }
}
