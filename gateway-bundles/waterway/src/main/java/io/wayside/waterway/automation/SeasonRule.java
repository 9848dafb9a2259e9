// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import io.wayside.core.data.Wording;
import io.wayside.waterway.aid.Duty;
import java.time.MonthDay;

/**
 * A light by the time of the year.
 *
 * @param from first day, in the document's time zone
 * @param to last day; before {@code from} for a season over the turn of the year
 */
public record SeasonRule(
    String name, Wording title, MonthDay from, MonthDay to, When when, Wish wish, String source)
    implements Rule {

  /** At which part of the day. */
  public enum When {
    ALWAYS,
    DAY,
    NIGHT
  }

  public SeasonRule {
    if (wish.mode() == Duty.Mode.DARK && when != When.DAY) {
      throw new IllegalArgumentException(
          "rule " + name + " would have the light dark at night; a season may do so by day alone");
    }
  }

  boolean isSeason(MonthDay day) {
    return from.isAfter(to)
        ? !day.isBefore(from) || !day.isAfter(to)
        : !day.isBefore(from) && !day.isAfter(to);
  }
}
