// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.time.Clock;
import java.time.Instant;

/** With a clock that was given, {@code now} is fine; without, it is not. */
@Breaks("nobody reads the machine's clock outside the clock rooms")
final class ReadsTheInstant {
  private ReadsTheInstant() {}

  static boolean late(Clock given) {
    return Instant.now(given).isBefore(Instant.now());
  }
}
