// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a vessel is and how it moves, as classes A and B tell it alike.
 *
 * @param speed over ground, 0.1 knot; 1022 is that or more, 1023 none
 * @param accurate better than 10 m
 * @param course over ground, 0.1 degree; 3600 none
 * @param heading of the bow, degree; 511 none
 * @param second of the minute in which it was measured; 60 none, 61 by hand, 62 by dead reckoning,
 *     63 the receiver does not work
 */
public record Motion(
    int speed, boolean accurate, Place place, int course, int heading, int second) {

  private static final double MPS_PER_KNOT = 1852.0 / 3600;

  static Motion of(Bits bits, int at) {
    return new Motion(
        bits.unsigned(at, 10),
        bits.flag(at + 10),
        Place.of(bits, at + 11),
        bits.unsigned(at + 66, 12),
        bits.unsigned(at + 78, 9),
        bits.unsigned(at + 87, 6));
  }

  public OptionalDouble speedKn() {
    return Told.real(speed, 1023, 10);
  }

  public OptionalDouble speedMps() {
    OptionalDouble knots = speedKn();
    return knots.isPresent()
        ? OptionalDouble.of(knots.getAsDouble() * MPS_PER_KNOT)
        : OptionalDouble.empty();
  }

  public OptionalDouble courseDeg() {
    return Told.realBelow(course, 3600, 10);
  }

  public OptionalInt headingDeg() {
    return Told.wholeBelow(heading, 360);
  }

  void tell(Teller to) {
    to.real("speed", speed, speedKn());
    to.flag("accuracy", accurate);
    place.tell(to);
    to.real("course", course, courseDeg());
    to.whole("heading", heading, headingDeg());
    to.whole("second", second);
  }
}
