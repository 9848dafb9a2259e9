// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * When it is night.
 *
 * @param marginDeg how far below its setting the sun must be for night, and above for day
 * @param settleNanos a photocell says dark or light only after so long
 * @param disagreeNanos a photocell that contradicts the sun for so long is faulty
 */
public record NightRules(double marginDeg, long settleNanos, long disagreeNanos) {

  /** Four degrees: about 12 lux at night's begin under a clear sky, well below any lamp's cell. */
  public static NightRules usual() {
    return new NightRules(4, 10 * Span.MINUTE, 3 * Span.HOUR);
  }
}
