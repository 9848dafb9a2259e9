// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.tariff;

import java.math.BigDecimal;

/** Amounts for people. */
public final class Money {

  private Money() {}

  /**
   * Such as {@code 12000 VND} or {@code 4.50 EUR}: no separators that a country may read otherwise.
   */
  public static String text(long minor, int digits, String currency) {
    return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
  }
}
