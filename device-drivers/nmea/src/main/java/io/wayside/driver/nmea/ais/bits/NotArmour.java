// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.bits;

/** Text that no bits travel as. */
public final class NotArmour extends Exception {

  private static final long serialVersionUID = 1L;

  NotArmour(String reason) {
    super(reason, null, false, false);
  }
}
