// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.driver.indicator.codec;

import io.wayside.rig.systemtests.house.Breaks;

/** A codec runs on the thread of its caller. */
@Breaks("a pure package has no I/O, no threads and no framework")
final class StartsAThread {
  private StartsAThread() {}

  static void run(Runnable work) {
    new Thread(work).start();
  }
}
