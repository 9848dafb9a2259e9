// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A shift of a business day.
 *
 * @param number from 1 on
 */
public record Shift(LocalDate day, int number) implements Comparable<Shift> {

  /** The shift a record says it belongs to; empty for records that belong to none. */
  public static Optional<Shift> of(JournalRecord record) {
    return of(record.body());
  }

  /** The shift that is said in the body of a record. */
  public static Optional<Shift> of(Value.Fields content) {
    Fields body = new Fields(content);
    Optional<String> day = body.text("day");
    Optional<Long> number = body.whole("shift");
    if (day.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Shift(LocalDate.parse(day.get()), number.get().intValue()));
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Shift other) {
    int days = day.compareTo(other.day);
    return days == 0 ? Integer.compare(number, other.number) : days;
  }

  @Override
  public String toString() {
    return day + "/" + number;
  }
}
