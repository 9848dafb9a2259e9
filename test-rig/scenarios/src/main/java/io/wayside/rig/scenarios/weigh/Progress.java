// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import java.io.PrintStream;
import java.util.function.IntConsumer;

/** Tells people how far it is, a line each tenth. */
record Progress(PrintStream to) {

  private static final int LINES = 10;

  IntConsumer of(String what, int all) {
    int step = Math.max(1, all / LINES);
    return done -> {
      if (done % step == 0 || done == all) {
        to.println(what + ": " + done + " of " + all + " vehicles");
      }
    };
  }
}
