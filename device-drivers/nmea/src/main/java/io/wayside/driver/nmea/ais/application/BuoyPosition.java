// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.BitsWriter;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.Optional;

/**
 * Where a buoy of Trinity House is: DAC 235, FI 20. 280 bits.
 *
 * @param day of the month, 0 none
 * @param hour UTC, 24 none
 * @param minute 60 none
 */
public record BuoyPosition(
    String name, int day, int hour, int minute, Place place, boolean offPosition)
    implements Application {

  /** Without the four spare bits. */
  private static final int LEAST = 276;

  private static final int NAME = 34;

  static Optional<Application> of(Bits bits) {
    if (bits.length() < LEAST) {
      return Optional.empty();
    }
    return Optional.of(
        new BuoyPosition(
            bits.text(0, NAME * 6),
            bits.unsigned(204, 5),
            bits.unsigned(209, 5),
            bits.unsigned(214, 6),
            Place.of(bits, 220),
            bits.flag(275)));
  }

  @Override
  public Bits bits() {
    BitsWriter to = new BitsWriter().text(name, NAME).put(day, 5).put(hour, 5).put(minute, 6);
    place.put(to);
    return to.flag(offPosition).put(0, 4).bits();
  }

  @Override
  public void tell(Teller to) {
    to.text("name", name);
    to.whole("day", day, Told.whole(day, 0));
    to.whole("hour", hour, Told.wholeBelow(hour, 24));
    to.whole("minute", minute, Told.wholeBelow(minute, 60));
    place.tell(to);
    to.flag("offPos", offPosition);
  }
}
