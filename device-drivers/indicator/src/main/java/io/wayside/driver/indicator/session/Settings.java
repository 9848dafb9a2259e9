// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.driver.indicator.codec.IndicatorFormat;
import io.wayside.driver.indicator.codec.MassUnit;

/**
 * How one indicator is set up.
 *
 * @param deviceId its id in the site document
 * @param link the address of its line as text, for messages
 * @param format what it sends
 * @param scaleIntervalKg scale interval d
 * @param maxKg maximum capacity Max
 * @param silentAfterNanos without a reading for so long the signal counts as interrupted
 * @param simulated whether there is a simulator at the other end
 * @param displayUnit what the display shows, for formats that do not tell it
 * @param inquiry whether and how it is asked
 */
public record Settings(
    String deviceId,
    String link,
    IndicatorFormat format,
    double scaleIntervalKg,
    double maxKg,
    long silentAfterNanos,
    boolean simulated,
    MassUnit displayUnit,
    Inquiry inquiry) {

  /** A display in kilograms, asked as its format has it. */
  public Settings(
      String deviceId,
      String link,
      IndicatorFormat format,
      double scaleIntervalKg,
      double maxKg,
      long silentAfterNanos,
      boolean simulated) {
    this(
        deviceId,
        link,
        format,
        scaleIntervalKg,
        maxKg,
        silentAfterNanos,
        simulated,
        MassUnit.KILOGRAM,
        Inquiry.usual(format));
  }

  public Settings {
    Scale.require(deviceId, scaleIntervalKg, maxKg);
    long answer = Math.max(inquiry.intervalNanos(), inquiry.answerNanos());
    if (inquiry.asks() && silentAfterNanos <= answer) {
      throw new IllegalArgumentException(
          ("device %s: it is asked every %d ms and waited for %d ms, so silence begins later: raise"
                  + " silentAfter above both")
              .formatted(
                  deviceId,
                  inquiry.intervalNanos() / 1_000_000,
                  inquiry.answerNanos() / 1_000_000));
    }
  }

  /** Begins every message for people. */
  String place() {
    return "indicator " + deviceId + " at " + link;
  }

  Scale scale() {
    return new Scale(deviceId, scaleIntervalKg, maxKg, simulated, displayUnit);
  }
}
