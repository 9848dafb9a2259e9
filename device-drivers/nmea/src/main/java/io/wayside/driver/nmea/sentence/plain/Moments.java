// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence.plain;

import io.wayside.driver.nmea.sentence.plain.Spoilt.Reason;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Times of day and dates in sentences. */
final class Moments {

  private static final long SECOND_NANOS = 1_000_000_000;

  private Moments() {}

  /** {@code hhmmss.sss}; a leap second is the end of the second before it. */
  static Optional<LocalTime> timeOfDay(Fields fields, int field) {
    OptionalDouble number = fields.number(field, "time", 0, 240_000);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    long nanos = Math.round(number.getAsDouble() * SECOND_NANOS);
    long whole = nanos / SECOND_NANOS;
    int hour = (int) (whole / 10_000);
    int minute = (int) (whole / 100 % 100);
    int second = (int) (whole % 100);
    if (hour > 23 || minute > 59 || second > 60) {
      fields.spoil("time", field, Reason.OUT_OF_RANGE);
      return Optional.empty();
    }
    return Optional.of(
        second == 60
            ? LocalTime.of(hour, minute, 59, (int) SECOND_NANOS - 1)
            : LocalTime.of(hour, minute, second, (int) (nanos % SECOND_NANOS)));
  }

  static Optional<LocalDate> date(Fields fields, int day, int month, int year) {
    OptionalInt d = fields.whole(day, "date", 1, 31);
    OptionalInt m = fields.whole(month, "date", 1, 12);
    OptionalInt y = fields.whole(year, "date", 1980, 9999);
    if (d.isEmpty() || m.isEmpty() || y.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.of(y.getAsInt(), m.getAsInt(), d.getAsInt()));
    } catch (DateTimeException noSuchDay) {
      fields.spoil("date", day, Reason.OUT_OF_RANGE);
      return Optional.empty();
    }
  }
}
