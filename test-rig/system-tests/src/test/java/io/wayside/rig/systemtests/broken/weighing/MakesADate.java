// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.systemtests.broken.weighing;

import io.wayside.rig.systemtests.house.Breaks;
import java.util.Date;

/** The oldest way to read the clock. */
@Breaks("nobody reads the machine's clock outside the clock rooms")
final class MakesADate {
  private MakesADate() {}

  @SuppressWarnings("JavaUtilDate")
  static Date date() {
    return new Date();
  }
}
