// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Lights of a signal station at a bridge or lock: DAC 200, FI 40. 101 bits and spare ones.
 *
 * @param form of the station, 0 to 15
 * @param orientation degrees; 511 none
 * @param impact for whom the lights are: 1 upstream, 2 downstream …
 * @param lamps nine decimal digits, one for each lamp, as one number
 */
public record SignalStation(Place place, int form, int orientation, int impact, int lamps)
    implements Application {

  private static final int LEAST = 101;
  private static final int ALL_LAMPS = 1_000_000_000;

  static Optional<Application> of(Bits bits) {
    if (bits.length() < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new SignalStation(
            Place.of(bits, 0),
            bits.unsigned(55, 4),
            bits.unsigned(59, 9),
            bits.unsigned(68, 3),
            bits.unsigned(71, 30)));
  }

  @Override
  public Bits bits() {
    BitsWriter to = new BitsWriter();
    place.put(to);
    return to.put(form, 4).put(orientation, 9).put(impact, 3).put(lamps, 30).put(0, 11).bits();
  }

  public OptionalInt orientationDeg() {
    return Told.wholeBelow(orientation, 360);
  }

  /** A digit for each of the nine lamps; empty when the number is none of nine digits. */
  public String lampDigits() {
    return lamps < ALL_LAMPS ? String.format(Locale.ROOT, "%09d", lamps) : "";
  }

  @Override
  public void tell(Teller to) {
    place.tell(to);
    to.whole("form", form);
    to.whole("orientation", orientation, orientationDeg());
    to.whole("impact", impact);
    to.text("lamps", lampDigits());
  }
}
