// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;

/** Time is a parameter. */
@Breaks("nobody reads the machine's clock outside the clock rooms")
final class ReadsTheMillisecondClock {
  private ReadsTheMillisecondClock() {}

  static long now() {
    return System.currentTimeMillis();
  }
}
