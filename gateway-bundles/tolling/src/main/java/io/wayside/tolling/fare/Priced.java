// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.util.List;

/** The answer to a journey. */
public sealed interface Priced {

  /** A sum. */
  record Sum(Fare fare) implements Priced {}

  /**
   * No sum can be told: a person decides.
   *
   * @param because as {@link Fare#because()}; the last one is the reason
   */
  record ForReview(String tariff, List<String> because) implements Priced {
    public ForReview {
      because = List.copyOf(because);
    }
  }
}
