// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.application.MetLayout.Figure;
import io.wayside.driver.nmea.ais.bits.Bits;
import io.wayside.driver.nmea.ais.bits.Place;
import io.wayside.driver.nmea.ais.bits.Teller;
import io.wayside.driver.nmea.ais.bits.Told;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Weather and water: DAC 1, FI 31, and FI 11 which it replaced.
 *
 * @param fi 31 or 11
 * @param accurate place better than 10 m; FI 11 does not say
 * @param day of the month, 0 none
 * @param hour UTC, 24 and more none
 * @param minute 60 and more none
 * @param bits all of it: figures are read when they are asked for
 */
public record MetHydro(
    int fi, Place place, Optional<Boolean> accurate, int day, int hour, int minute, Bits bits)
    implements Application {

  private static final int NEW = 31;
  private static final int OLD = 11;
  private static final int PER_MINUTE = 1_000;
  private static final int NEW_START = 66;
  private static final int OLD_START = 65;
  private static final int NEW_LEAST = 294;
  private static final int OLD_LEAST = 290;

  static Optional<Application> of(int fi, Bits bits) {
    if (fi == NEW && bits.length() >= NEW_LEAST) {
      return Optional.of(
          new MetHydro(
              fi,
              new Place(bits.signed(0, 25), bits.signed(25, 24), PER_MINUTE),
              bits.flagIfThere(49),
              bits.unsigned(50, 5),
              bits.unsigned(55, 5),
              bits.unsigned(60, 6),
              bits));
    }
    if (fi == OLD && bits.length() >= OLD_LEAST) {
      return Optional.of(
          new MetHydro(
              fi,
              new Place(bits.signed(24, 25), bits.signed(0, 24), PER_MINUTE),
              Optional.empty(),
              bits.unsigned(49, 5),
              bits.unsigned(54, 5),
              bits.unsigned(59, 6),
              bits));
    }
    return Optional.empty();
  }

  private List<Figure> figures() {
    return fi == NEW ? MetLayout.NEW : MetLayout.OLD;
  }

  private int start() {
    return fi == NEW ? NEW_START : OLD_START;
  }

  /** In the unit that stands with the quantity; empty when it is not measured or not told. */
  public OptionalDouble value(MetQuantity quantity) {
    int at = start();
    for (Figure figure : figures()) {
      if (figure.quantity() == quantity) {
        return value(figure, raw(figure, at));
      }
      at += figure.width();
    }
    return OptionalDouble.empty();
  }

  private int raw(Figure figure, int at) {
    return figure.signed() ? bits.signed(at, figure.width()) : bits.unsigned(at, figure.width());
  }

  private static OptionalDouble value(Figure figure, int raw) {
    boolean none = raw >= figure.none() || (figure.signed() && raw <= -figure.none());
    int moved = raw + figure.offset() * figure.perUnit();
    return none ? OptionalDouble.empty() : OptionalDouble.of(moved / (double) figure.perUnit());
  }

  @Override
  public void tell(Teller to) {
    place.tell(to);
    to.flagIfThere("accuracy", accurate);
    to.whole("day", day, Told.whole(day, 0));
    to.whole("hour", hour, Told.wholeBelow(hour, 24));
    to.whole("minute", minute, Told.wholeBelow(minute, 60));
    int at = start();
    for (Figure figure : figures()) {
      int raw = raw(figure, at);
      OptionalDouble value = value(figure, raw);
      if (figure.perUnit() == 1) {
        to.whole(
            figure.quantity().word(),
            raw,
            value.isPresent() ? OptionalInt.of((int) value.getAsDouble()) : OptionalInt.empty());
      } else {
        to.real(figure.quantity().word(), raw, value);
      }
      at += figure.width();
    }
  }
}
