// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.data.Wording;
import java.time.LocalTime;
import java.util.Set;

/**
 * A kind of season ticket and when it holds; the time it covers is not counted.
 *
 * @param from local time it holds from, on the days it holds
 * @param to local time it ends, on the next day when that is not after {@code from}
 */
public record PassRule(
    String id, Wording name, Set<String> classes, Set<DayKind> days, LocalTime from, LocalTime to) {

  public PassRule {
    classes = Set.copyOf(classes);
    days = Set.copyOf(days);
  }
}
