// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.util.List;
import java.util.Optional;

/**
 * What is to be priced.
 *
 * @param entry empty when nobody can say it
 * @param exit the exit, or now
 * @param payments in any order
 */
public record Stay(
    Optional<Moment> entry,
    Moment exit,
    String vehicleClass,
    boolean lostTicket,
    List<HeldPass> passes,
    List<String> discountCodes,
    List<Payment> payments) {

  public Stay {
    passes = List.copyOf(passes);
    discountCodes = List.copyOf(discountCodes);
    payments = List.copyOf(payments);
  }

  /** A stay with nothing special about it. */
  public static Stay of(Moment entry, Moment exit, String vehicleClass) {
    return new Stay(Optional.of(entry), exit, vehicleClass, false, List.of(), List.of(), List.of());
  }

  /** The same with what was paid. */
  public Stay paid(List<Payment> paid) {
    return new Stay(entry, exit, vehicleClass, lostTicket, passes, discountCodes, paid);
  }

  /** The same at another exit. */
  public Stay leaving(Moment other) {
    return new Stay(entry, other, vehicleClass, lostTicket, passes, discountCodes, payments);
  }

  /** The same from another entry. */
  public Stay entering(Moment other) {
    return new Stay(
        Optional.of(other), exit, vehicleClass, lostTicket, passes, discountCodes, payments);
  }
}
