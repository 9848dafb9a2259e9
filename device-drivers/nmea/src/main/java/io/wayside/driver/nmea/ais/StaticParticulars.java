// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Dimensions;
import io.wayside.driver.nmea.ais.bits.Teller;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Message 24, part B: what a vessel of class B is.
 *
 * @param vendor three letters of who made its station
 * @param model of the station
 * @param serial number of the station
 * @param mothership MMSI, for a craft that belongs to another
 * @param dimensions for all other craft
 */
public record StaticParticulars(
    Header header,
    int shipType,
    String vendor,
    int model,
    int serial,
    String callSign,
    OptionalInt mothership,
    Optional<Dimensions> dimensions)
    implements AisMessage {

  static final int PART = 1;
  static final int LEAST = 162;

  /** Craft of a mothership have numbers 98MIDXXXX. */
  private static final int AUXILIARY = 98;

  private static final int PREFIX = 10_000_000;

  static StaticParticulars of(Header header, Bits bits) {
    boolean auxiliary = header.mmsi() / PREFIX == AUXILIARY;
    return new StaticParticulars(
        header,
        bits.unsigned(40, 8),
        bits.text(48, 18),
        bits.unsigned(66, 4),
        bits.unsigned(70, 20),
        bits.text(90, 42),
        auxiliary ? OptionalInt.of(bits.unsigned(132, 30)) : OptionalInt.empty(),
        auxiliary ? Optional.empty() : Optional.of(Dimensions.of(bits, 132)));
  }

  @Override
  public void tell(Teller to) {
    to.whole("part", PART);
    to.whole("shipType", shipType);
    to.text("vendor", vendor);
    to.whole("model", model);
    to.whole("serial", serial);
    to.text("callsign", callSign);
    if (mothership.isPresent()) {
      to.whole("mothership", mothership.getAsInt());
    }
    dimensions.ifPresent(known -> known.tell(to));
  }
}
