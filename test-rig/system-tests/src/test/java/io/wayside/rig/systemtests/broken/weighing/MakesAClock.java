// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.time.Clock;

/** A clock is given, not made. */
@Breaks("nobody reads the machine's clock outside the clock rooms")
final class MakesAClock {
  private MakesAClock() {}

  static Clock clock() {
    return Clock.systemUTC();
  }
}
