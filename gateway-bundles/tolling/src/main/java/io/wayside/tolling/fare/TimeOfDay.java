// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Set;

/**
 * Hours of the week in which another sum is charged. A period that ends earlier than it begins goes
 * over midnight and belongs to the weekday it begins on.
 *
 * @param from included
 * @param to not included; equal to {@code from} it is the whole day
 * @param percent of the usual sum
 */
public record TimeOfDay(String id, Set<DayOfWeek> days, LocalTime from, LocalTime to, int percent) {

  public TimeOfDay {
    days = Set.copyOf(days);
  }

  boolean holds(LocalDateTime local) {
    LocalTime time = local.toLocalTime();
    DayOfWeek day = local.getDayOfWeek();
    if (from.isBefore(to)) {
      return days.contains(day) && !time.isBefore(from) && time.isBefore(to);
    }
    boolean evening = days.contains(day) && !time.isBefore(from);
    boolean morning = days.contains(day.minus(1)) && time.isBefore(to);
    return evening || morning;
  }
}
