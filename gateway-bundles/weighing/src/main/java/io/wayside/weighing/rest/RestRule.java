// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.rest;

/**
 * When indications count as at rest: all within a band, enough of them, for long enough.
 *
 * @param bandKg largest difference between any two of them; one scale interval, in kg
 * @param readings how many are needed, those of a burst counted once
 * @param forNanos how long they must have lasted, first to last
 * @param burstNanos readings that arrive closer together than this came out of a buffer at once:
 *     they prove no time and count as one
 */
public record RestRule(double bandKg, int readings, long forNanos, long burstNanos) {

  public RestRule {
    if (!(bandKg > 0) || readings < 2 || forNanos <= 0 || burstNanos < 0) {
      throw new IllegalArgumentException(
          "a rest needs a band above zero, at least two readings and a duration, not "
              + bandKg
              + " kg, "
              + readings
              + " readings, "
              + forNanos
              + " ns");
    }
  }
}
