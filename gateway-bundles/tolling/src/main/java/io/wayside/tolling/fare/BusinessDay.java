// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The day money is counted to: local, and it may begin later than midnight, so that a night shift
 * is in one day. Every moment is in exactly one, summer time or not.
 *
 * @param zone of the station
 * @param startsAt local time at which the day of that date begins
 */
public record BusinessDay(ZoneId zone, LocalTime startsAt) {

  /** The day a moment belongs to. */
  public LocalDate of(Instant moment) {
    LocalDate day = moment.atZone(zone).toLocalDate();
    while (moment.isBefore(begin(day))) {
      day = day.minusDays(1);
    }
    while (!moment.isBefore(begin(day.plusDays(1)))) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** When it begins; the earlier one where the local time comes twice. */
  public Instant begin(LocalDate day) {
    return at(day, startsAt);
  }

  /** A local time within a day; times before its start are those of the next morning. */
  public Instant at(LocalDate day, LocalTime time) {
    LocalDate date = time.isBefore(startsAt) ? day.plusDays(1) : day;
    return ZonedDateTime.of(date, time, zone).withEarlierOffsetAtOverlap().toInstant();
  }
}
