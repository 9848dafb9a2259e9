// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Message 5: what a vessel of class A is and where it goes.
 *
 * @param version of the standard its station keeps to
 * @param imo number of the ship; 0 none
 * @param shipType type of ship and cargo, 0 to 99
 * @param draught 0.1 m; 0 none
 * @param noTerminal the data terminal is not ready; empty when the message ended before it
 */
public record VoyageData(
    Header header,
    int version,
    int imo,
    String callSign,
    String name,
    int shipType,
    Dimensions dimensions,
    int epfd,
    int month,
    int day,
    int hour,
    int minute,
    int draught,
    String destination,
    Optional<Boolean> noTerminal)
    implements AisMessage {

  /** With the destination; real ones end one, two or four bits early. */
  static final int LEAST = 420;

  static VoyageData of(Header header, Bits bits) {
    return new VoyageData(
        header,
        bits.unsigned(38, 2),
        bits.unsigned(40, 30),
        bits.text(70, 42),
        bits.text(112, 120),
        bits.unsigned(232, 8),
        Dimensions.of(bits, 240),
        bits.unsigned(270, 4),
        bits.unsigned(274, 4),
        bits.unsigned(278, 5),
        bits.unsigned(283, 5),
        bits.unsigned(288, 6),
        bits.unsigned(294, 8),
        bits.text(302, 120),
        bits.flagIfThere(422));
  }

  public OptionalDouble draughtM() {
    return Told.real(draught, 0, 10);
  }

  @Override
  public void tell(Teller to) {
    to.whole("version", version);
    to.whole("imo", imo, Told.whole(imo, 0));
    to.text("callsign", callSign);
    to.text("name", name);
    to.whole("shipType", shipType);
    dimensions.tell(to);
    to.whole("epfd", epfd);
    to.whole("month", month, Told.whole(month, 0));
    to.whole("day", day, Told.whole(day, 0));
    to.whole("hour", hour, Told.wholeBelow(hour, 24));
    to.whole("minute", minute, Told.wholeBelow(minute, 60));
    to.real("draught", draught, draughtM());
    to.text("destination", destination);
    to.flagIfThere("dte", noTerminal);
  }
}
