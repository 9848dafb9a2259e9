// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.indicator;

import java.time.Duration;

/**
 * How a simulated indicator is set up.
 *
 * @param intervalKg scale interval d
 * @param decimals digits after the point
 * @param capacityKg Max; the display is blank above Max + 9 d (OIML R 76)
 * @param frameRateHz frames per second
 * @param filter time constant of the first-order filter before the display; zero for none
 * @param steadiness how far beyond half an interval the mass must move before the display follows,
 *     in intervals; 0 for a display that flickers at the edge of an interval
 * @param outOfRange what is sent while the display is blank
 */
public record IndicatorSettings(
    double intervalKg,
    int decimals,
    double capacityKg,
    double frameRateHz,
    Duration filter,
    double steadiness,
    OutOfRange outOfRange) {

  /** Neither form has been seen on hardware; a driver must bear both. */
  public enum OutOfRange {
    /** Frames as the format has them for this, or with spaces for digits; checks are correct. */
    BLANK_FRAMES,
    /** No frames. */
    SILENCE
  }

  public IndicatorSettings {
    double unitsPerInterval = intervalKg * Math.pow(10, decimals);
    if (!(unitsPerInterval >= 1) || unitsPerInterval != Math.rint(unitsPerInterval)) {
      throw new IllegalArgumentException(
          "interval "
              + intervalKg
              + " kg cannot be shown with "
              + decimals
              + " decimals; add some");
    }
    if (!(capacityKg >= intervalKg)) {
      throw new IllegalArgumentException("capacity " + capacityKg + " kg is below one interval");
    }
    if (!(frameRateHz > 0 && frameRateHz <= 100)) {
      throw new IllegalArgumentException("frame rate " + frameRateHz + " Hz must be in (0, 100]");
    }
    if (filter.isNegative() || !(steadiness >= 0 && steadiness < 0.5)) {
      throw new IllegalArgumentException(
          "filter " + filter + " must not be negative, steadiness " + steadiness + " in [0, 0.5)");
    }
  }

  /** An axle platform of 30 t with 10 kg intervals, ten frames a second. */
  public static IndicatorSettings axlePlatform() {
    return new IndicatorSettings(
        10, 0, 30_000, 10, Duration.ofMillis(100), 0.1, OutOfRange.BLANK_FRAMES);
  }

  public IndicatorSettings withFrameRateHz(double newFrameRateHz) {
    return new IndicatorSettings(
        intervalKg, decimals, capacityKg, newFrameRateHz, filter, steadiness, outOfRange);
  }

  public IndicatorSettings withOutOfRange(OutOfRange newOutOfRange) {
    return new IndicatorSettings(
        intervalKg, decimals, capacityKg, frameRateHz, filter, steadiness, newOutOfRange);
  }

  long unitsPerInterval() {
    return Math.round(intervalKg * Math.pow(10, decimals));
  }
}
