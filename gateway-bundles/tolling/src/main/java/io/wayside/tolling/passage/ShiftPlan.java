// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.tolling.fare.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * When shifts change. The first begins with the business day; every moment is in exactly one.
 *
 * @param changes local times of the changes within the day, in the order of the day; none: the day
 *     is one shift
 */
public record ShiftPlan(BusinessDay days, List<LocalTime> changes) {

  public ShiftPlan {
    changes = List.copyOf(changes);
    LocalTime last = days.startsAt();
    for (LocalTime change : changes) {
      if (sinceStart(days, change) <= sinceStart(days, last)) {
        throw new IllegalArgumentException(
            "shift changes "
                + changes
                + " must follow each other from the start of the day, "
                + days.startsAt());
      }
      last = change;
    }
  }

  /** A day of one shift. */
  public static ShiftPlan whole(BusinessDay days) {
    return new ShiftPlan(days, List.of());
  }

  /** The shift a moment belongs to. */
  public Shift of(Instant moment) {
    LocalDate day = days.of(moment);
    int number = 1;
    for (LocalTime change : changes) {
      if (!moment.isBefore(days.at(day, change))) {
        number++;
      }
    }
    return new Shift(day, number);
  }

  /** When it begins. */
  public Instant begin(Shift shift) {
    return shift.number() == 1
        ? days.begin(shift.day())
        : days.at(shift.day(), changes.get(shift.number() - 2));
  }

  /** When the next one begins. */
  public Instant end(Shift shift) {
    return shift.number() > changes.size()
        ? days.begin(shift.day().plusDays(1))
        : days.at(shift.day(), changes.get(shift.number() - 1));
  }

  private static long sinceStart(BusinessDay days, LocalTime time) {
    long nanos = time.toNanoOfDay() - days.startsAt().toNanoOfDay();
    return nanos < 0 ? nanos + 86_400_000_000_000L : nanos;
  }
}
