// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;

/**
 * Message 4 of a base station, and 11 of a vessel that was asked: the time, and where it is.
 *
 * @param year 1 to 9999; 0 none
 * @param month 1 to 12; 0 none
 * @param day 1 to 31; 0 none
 * @param hour 0 to 23 UTC; 24 none
 * @param minute 0 to 59; 60 none
 * @param second 0 to 59; 60 none
 * @param epfd what measures the place: 1 GPS, 7 surveyed …
 */
public record BaseStation(
    Header header,
    int year,
    int month,
    int day,
    int hour,
    int minute,
    int second,
    boolean accurate,
    Place place,
    int epfd,
    boolean raim,
    int radio)
    implements AisMessage {

  static final int LENGTH = 168;

  static BaseStation of(Header header, Bits bits) {
    return new BaseStation(
        header,
        bits.unsigned(38, 14),
        bits.unsigned(52, 4),
        bits.unsigned(56, 5),
        bits.unsigned(61, 5),
        bits.unsigned(66, 6),
        bits.unsigned(72, 6),
        bits.flag(78),
        Place.of(bits, 79),
        bits.unsigned(134, 4),
        bits.flag(148),
        bits.unsigned(149, 19));
  }

  @Override
  public void tell(Teller to) {
    to.whole("year", year, Told.whole(year, 0));
    to.whole("month", month, Told.whole(month, 0));
    to.whole("day", day, Told.whole(day, 0));
    to.whole("hour", hour, Told.wholeBelow(hour, 24));
    to.whole("minute", minute, Told.wholeBelow(minute, 60));
    to.whole("second", second, Told.wholeBelow(second, 60));
    to.flag("accuracy", accurate);
    place.tell(to);
    to.whole("epfd", epfd);
    to.flag("raim", raim);
    to.whole("radio", radio);
  }
}
