// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Days on which a row holds, by the local calendar.
 *
 * @param from the first day
 * @param to the last day, all of it; empty when none is known
 */
public record Validity(LocalDate from, Optional<LocalDate> to) {

  boolean holds(LocalDate day) {
    return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
  }

  boolean overlaps(Validity other) {
    return to.map(last -> !other.from.isAfter(last)).orElse(true)
        && other.to.map(last -> !from.isAfter(last)).orElse(true);
  }
}
