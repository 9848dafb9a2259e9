// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;

/** What happens goes to the log or into a record. */
@Breaks("nobody prints but a program's entry")
final class Prints {
  private Prints() {}

  static void print(Exception fault) {
    System.out.println(fault.getMessage());
  }
}
