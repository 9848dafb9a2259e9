// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Wording;
import java.util.Set;

/**
 * The most that charges of one stay add up to.
 *
 * @param rates the rates whose charges count towards it
 * @param days kinds of the local days on which a charge must begin to count
 * @param minor in the currency's smallest unit
 */
public record Cap(
    String id,
    Wording name,
    Set<String> classes,
    Per per,
    Set<String> rates,
    Set<DayKind> days,
    long minor) {

  /** Over what it is counted. */
  public enum Per {
    /** Each 24 hours since the entry, by elapsed time. */
    DAY_OF_STAY,
    /** Each local calendar day. */
    CALENDAR_DAY,
    /** Each time the rate is in force: each night. */
    PERIOD,
    /** All of it. */
    STAY
  }

  public Cap {
    classes = Set.copyOf(classes);
    rates = Set.copyOf(rates);
    days = Set.copyOf(days);
  }

  boolean counts(Charge charge, String vehicleClass) {
    return classes.contains(vehicleClass)
        && rates.contains(charge.rate().id())
        && days.contains(charge.day());
  }

  /** Which of its sums a charge belongs to. */
  long bucketOf(Charge charge, long entryMs) {
    return switch (per) {
      case DAY_OF_STAY -> Math.floorDiv(charge.atMs() - entryMs, 86_400_000L);
      case CALENDAR_DAY -> charge.date().toEpochDay();
      case PERIOD -> charge.periodMs();
      case STAY -> 0;
    };
  }
}
