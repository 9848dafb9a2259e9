// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.util.List;

/**
 * What a passage costs.
 *
 * @param minor in the smallest unit of the currency (dong, cent)
 * @param currency ISO 4217
 * @param tariff version of the document it was worked out with
 * @param because each step, in the order it was taken, as codes with figures
 */
public record Fare(long minor, String currency, String tariff, List<String> because) {

  public Fare {
    because = List.copyOf(because);
  }
}
