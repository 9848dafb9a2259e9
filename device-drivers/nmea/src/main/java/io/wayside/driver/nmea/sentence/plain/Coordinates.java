// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.util.Optional;
import java.util.OptionalDouble;

/** Degrees and minutes with a hemisphere: {@code 2014.3960,N,10639.8110,E}. */
final class Coordinates {

  private Coordinates() {}

  /** Four fields: both or nothing. */
  static Optional<Place> place(Fields fields, int from) {
    OptionalDouble latitude = angle(fields, from, "latitude", "NS", 90);
    OptionalDouble longitude = angle(fields, from + 2, "longitude", "EW", 180);
    return latitude.isPresent() && longitude.isPresent()
        ? Optional.of(new Place(latitude.getAsDouble(), longitude.getAsDouble()))
        : Optional.empty();
  }

  private static OptionalDouble angle(
      Fields fields, int field, String figure, String hemispheres, double most) {
    OptionalDouble number = fields.number(field, figure, 0, most * 100);
    Optional<Character> letter = fields.letter(field + 1, figure, hemispheres);
    if (number.isPresent() && fields.isEmpty(field + 1)) {
      fields.spoil(figure, field, Reason.HALF_MISSING);
    }
    if (number.isEmpty() || letter.isEmpty()) {
      return OptionalDouble.empty();
    }
    double degrees = Math.floor(number.getAsDouble() / 100);
    double minutes = number.getAsDouble() - degrees * 100;
    double angle = degrees + minutes / 60;
    if (minutes >= 60 || angle > most) {
      fields.spoil(figure, field, Reason.OUT_OF_RANGE);
      return OptionalDouble.empty();
    }
    return OptionalDouble.of(letter.get() == hemispheres.charAt(0) ? angle : -angle);
  }
}
