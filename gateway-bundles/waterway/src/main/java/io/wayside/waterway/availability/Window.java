// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * A time that is reported on.
 *
 * @param to first moment that is not of it
 */
public record Window(String name, Instant from, Instant to) {

  private static final int YEARS = 3;

  /** Three years back, by the calendar; the 29th of February goes back to the 28th. */
  public static Window rolling(Instant to, ZoneId zone) {
    return new Window("3y", to.atZone(zone).minusYears(YEARS).toInstant(), to);
  }

  /** The calendar years of a time, the first and the last cut to it. */
  public static List<Window> years(Instant from, Instant to, ZoneId zone) {
    List<Window> years = new ArrayList<>();
    for (int year = from.atZone(zone).getYear(); ; year++) {
      Instant begins = LocalDate.of(year, 1, 1).atStartOfDay(zone).toInstant();
      Instant ends = LocalDate.of(year + 1, 1, 1).atStartOfDay(zone).toInstant();
      if (!begins.isBefore(to)) {
        return years;
      }
      years.add(
          new Window(
              Integer.toString(year),
              begins.isBefore(from) ? from : begins,
              ends.isAfter(to) ? to : ends));
    }
  }
}
