// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

/**
 * What money is counted in.
 *
 * @param code ISO 4217
 * @param minorUnits decimals of its smallest unit: 0 for the dong, 2 for the euro
 */
public record Currency(String code, int minorUnits) {

  public Currency {
    if (!code.matches("[A-Z]{3}") || minorUnits < 0 || minorUnits > 4) {
      throw new IllegalArgumentException(
          "\"" + code + "\" with " + minorUnits + " decimals is no currency of ISO 4217");
    }
  }
}
