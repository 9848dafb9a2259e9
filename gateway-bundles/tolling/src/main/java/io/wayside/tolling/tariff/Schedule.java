// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/**
 * Which rate begins when on days of some kinds. A rate holds from its beginning to the next
 * beginning, across midnight too: so each moment has exactly one rate.
 *
 * @param starts at least one, in order of time
 */
public record Schedule(Set<String> classes, Set<DayKind> days, List<Start> starts) {

  /**
   * A beginning.
   *
   * @param from local time
   */
  public record Start(LocalTime from, Rate rate) {}

  public Schedule {
    classes = Set.copyOf(classes);
    days = Set.copyOf(days);
    starts = List.copyOf(starts);
  }

  boolean isFor(String vehicleClass, DayKind day) {
    return classes.contains(vehicleClass) && days.contains(day);
  }
}
