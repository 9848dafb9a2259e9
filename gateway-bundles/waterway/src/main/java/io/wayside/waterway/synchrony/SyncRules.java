// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.synchrony;

import io.wayside.waterway.light.Rhythm;
import java.time.Duration;

/**
 * How a light is to flash in step with UTC.
 *
 * @param rhythm the published one, which begins with the period
 * @param offsetMs added to UTC; from 0 up to the period
 * @param tolerance how far from its time a flash may begin, and the clock be from its reference
 * @param holdover how long a clock may go without its reference and still be followed
 */
public record SyncRules(Rhythm rhythm, int offsetMs, Duration tolerance, Duration holdover) {

  public SyncRules {
    if (offsetMs < 0 || offsetMs >= rhythm.periodMs()) {
      throw new IllegalArgumentException(
          "an offset of " + offsetMs + " ms is not from 0 up to a period of " + rhythm.periodMs());
    }
  }
}
