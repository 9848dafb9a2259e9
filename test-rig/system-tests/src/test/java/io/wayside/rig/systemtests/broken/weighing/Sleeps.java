// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.util.concurrent.TimeUnit;

/** Whoever waits, waits for something. */
@Breaks("nobody sleeps")
final class Sleeps {
  private Sleeps() {}

  static void wait(int ms) throws InterruptedException {
    Thread.sleep(ms);
    TimeUnit.MILLISECONDS.sleep(ms);
  }
}
