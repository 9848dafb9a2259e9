// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * Closes the days of a ledger. A day is closed some hours after its end, for what is learnt late
 * still belongs to it; a start and a stop part a day, and its parts add up.
 */
public final class DayBook {

  private final Ledger ledger;
  private final ZoneId zone;
  private final Duration settle;
  private Instant from;

  /** A local day, or a part of it. */
  public record Day(LocalDate day, Instant from, Instant to, Figures figures) {}

  /**
   * @param settle how much later evidence of a day may come
   * @param now when watching begins
   */
  public DayBook(Ledger ledger, ZoneId zone, Duration settle, Instant now) {
    this.ledger = ledger;
    this.zone = zone;
    this.settle = settle;
    this.from = now;
  }

  /** Days that are over for good. */
  public List<Day> due(Instant now) {
    List<Day> days = new ArrayList<>();
    while (!midnight().plus(settle).isAfter(now)) {
      days.add(close(midnight()));
    }
    return days;
  }

  /** What is left when watching ends. */
  public List<Day> stop(Instant now) {
    List<Day> days = new ArrayList<>();
    while (midnight().isBefore(now)) {
      days.add(close(midnight()));
    }
    if (from.isBefore(now)) {
      days.add(close(now));
    }
    return days;
  }

  private Instant midnight() {
    return from.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  private Day close(Instant to) {
    Day day = new Day(from.atZone(zone).toLocalDate(), from, to, ledger.figures(from, to));
    ledger.forget(to);
    from = to;
    return day;
  }
}
