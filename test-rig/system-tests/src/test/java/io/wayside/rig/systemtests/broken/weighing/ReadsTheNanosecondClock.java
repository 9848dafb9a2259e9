// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.util.function.LongSupplier;

/** By reference is a reading too. */
@Breaks("nobody reads the machine's clock outside the clock rooms")
final class ReadsTheNanosecondClock {
  static final LongSupplier CLOCK = System::nanoTime;

  private ReadsTheNanosecondClock() {}
}
