// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.time.Instant;

/** Money that was taken for a stay, in the currency's smallest unit. */
public record Payment(Instant at, long minor) {

  public Payment {
    if (minor <= 0) {
      throw new IllegalArgumentException("a payment of " + minor + " is none");
    }
  }
}
