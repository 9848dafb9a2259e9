// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.KnownEntry;
import io.wayside.tolling.fare.Priced;
import java.util.List;
import java.util.Optional;

/**
 * What a passage comes to.
 *
 * @param fare the sum with its reasons; without one nothing is charged
 * @param because why there is no sum; empty when there is one
 * @param title the ticket or the exemption by which nothing is charged
 * @param entry where it came in, in a closed system
 */
public record Charge(
    Payment payment,
    Optional<Fare> fare,
    List<String> because,
    Optional<String> title,
    Optional<KnownEntry> entry) {

  public Charge {
    because = List.copyOf(because);
    boolean needs = payment == Payment.ACCOUNT;
    boolean may = needs || payment == Payment.MANUAL;
    if ((needs && fare.isEmpty()) || (!may && fare.isPresent())) {
      throw new IllegalArgumentException(
          "a passage paid by "
              + payment.word()
              + (needs ? " needs a sum" : " has no sum, but one is given"));
    }
  }

  /** A charge to the tag's account, or a review where the fare table had no answer. */
  public static Charge of(Priced priced, Optional<KnownEntry> entry) {
    if (priced instanceof Priced.Sum sum) {
      return new Charge(
          Payment.ACCOUNT, Optional.of(sum.fare()), List.of(), Optional.empty(), entry);
    }
    Priced.ForReview review = (Priced.ForReview) priced;
    return new Charge(Payment.REVIEW, Optional.empty(), review.because(), Optional.empty(), entry);
  }

  /** Into a closed system. */
  public static Charge entering() {
    return new Charge(
        Payment.ENTRY, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
  }

  /** A passage for which nothing is charged. */
  public static Charge free(Payment payment, String title) {
    return new Charge(payment, Optional.empty(), List.of(), Optional.of(title), Optional.empty());
  }
}
