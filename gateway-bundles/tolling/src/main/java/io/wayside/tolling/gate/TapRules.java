// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.time.Duration;

/**
 * Rules of an operator.
 *
 * @param blocking a second tap the same way at the same station within this is the same tap
 * @param passBack no second person on one medium the same way at one station within this
 * @param longest a journey that takes longer costs the most
 * @param letOutWithoutTapIn out of the paid area without a tap in: let go for the most, or refused
 */
public record TapRules(
    Duration blocking, Duration passBack, Duration longest, boolean letOutWithoutTapIn) {

  public TapRules {
    if (passBack.compareTo(blocking) < 0) {
      throw new IllegalArgumentException(
          "pass-back time " + passBack + " must not be shorter than blocking time " + blocking);
    }
  }
}
