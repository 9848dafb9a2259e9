// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.OptionalInt;

/**
 * Message 27: where a vessel is, for receivers far away.
 *
 * @param speed knots; 63 none
 * @param course degrees; 511 none
 * @param late the place is more than 5 s old
 */
public record LongRange(
    Header header,
    boolean accurate,
    boolean raim,
    int status,
    Place place,
    int speed,
    int course,
    boolean late)
    implements AisMessage {

  /** Without the spare bit. */
  static final int LEAST = 95;

  private static final int PER_MINUTE = 10;

  static LongRange of(Header header, Bits bits) {
    return new LongRange(
        header,
        bits.flag(38),
        bits.flag(39),
        bits.unsigned(40, 4),
        new Place(bits.signed(44, 18), bits.signed(62, 17), PER_MINUTE),
        bits.unsigned(79, 6),
        bits.unsigned(85, 9),
        bits.flag(94));
  }

  public OptionalInt speedKn() {
    return Told.whole(speed, 63);
  }

  public OptionalInt courseDeg() {
    return Told.wholeBelow(course, 360);
  }

  @Override
  public void tell(Teller to) {
    to.flag("accuracy", accurate);
    to.flag("raim", raim);
    to.whole("status", status);
    place.tell(to);
    to.whole("speed", speed, speedKn());
    to.whole("course", course, courseDeg());
    to.flag("late", late);
  }
}
