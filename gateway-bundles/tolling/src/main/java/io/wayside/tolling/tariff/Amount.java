// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import io.wayside.core.quality.Flags;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a stay costs, and why. The items add up to the total.
 *
 * @param plan id of the plan
 * @param version of the plan
 * @param calendar id and version of the calendar, such as {@code vn/1}
 * @param totalMinor for the whole stay
 * @param paidMinor taken so far
 * @param openMinor still to be paid, never below zero
 * @param paidUntil when all was paid: so long the vehicle may leave
 * @param items in the order they were taken
 * @param flags doubts
 */
public record Amount(
    String plan,
    int version,
    String calendar,
    String currency,
    int minorDigits,
    long totalMinor,
    long paidMinor,
    long openMinor,
    Optional<Instant> paidUntil,
    List<Item> items,
    Flags flags) {

  public Amount {
    items = List.copyOf(items);
  }
}
