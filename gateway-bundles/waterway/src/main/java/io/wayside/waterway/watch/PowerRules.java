// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * What is known of the battery.
 *
 * @param nominalV such as 12
 * @param capacityAh 0 where it is not known; then currents are not reckoned with
 * @param batteryCel its usual temperature
 * @param lowDays it is low when it will not last so long
 * @param reserve it is low when it is no fuller than this, whatever the forecast
 */
public record PowerRules(
    Chemistry chemistry,
    double nominalV,
    double capacityAh,
    double batteryCel,
    double lowDays,
    double reserve) {

  public PowerRules {
    if (!(nominalV > 0) || !(lowDays > 0)) {
      throw new IllegalArgumentException("a battery of " + nominalV + " V is none");
    }
  }

  /** A lead battery of 12 V that is low three days before it is empty. */
  public static PowerRules usual() {
    return new PowerRules(Chemistry.LEAD, 12, 0, 25, 3, 0.2);
  }
}
