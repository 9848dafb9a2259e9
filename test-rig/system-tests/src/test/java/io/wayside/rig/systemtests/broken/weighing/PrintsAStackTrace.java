// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;

/** So does what went wrong. */
@Breaks("nobody prints but a program's entry")
final class PrintsAStackTrace {
  private PrintsAStackTrace() {}

  static void print(Exception fault) {
    fault.printStackTrace();
  }
}
