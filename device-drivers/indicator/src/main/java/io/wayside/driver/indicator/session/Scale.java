// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.driver.indicator.codec.MassUnit;

/**
 * The scale behind an indicator.
 *
 * @param deviceId of the indicator in the site document
 * @param intervalKg scale interval d
 * @param maxKg maximum capacity Max
 * @param simulated whether there is a simulator at the other end
 * @param displayUnit what the display shows, where the device does not tell it
 */
public record Scale(
    String deviceId, double intervalKg, double maxKg, boolean simulated, MassUnit displayUnit) {

  public Scale {
    require(deviceId, intervalKg, maxKg);
  }

  static void require(String deviceId, double intervalKg, double maxKg) {
    if (!(intervalKg > 0 && intervalKg < maxKg && Double.isFinite(maxKg))) {
      throw new IllegalArgumentException(
          "device %s: scale interval %s kg must be above zero and below the capacity %s kg"
              .formatted(deviceId, intervalKg, maxKg));
    }
  }

  /** An indicator blanks its display above this load (OIML R 76): Max + 9 d. */
  double blankAboveKg() {
    return maxKg + 9 * intervalKg;
  }
}
