// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.cli;

/** The command was not called as it wants to be. */
final class Wrong extends Exception {

  private static final long serialVersionUID = 1L;

  Wrong(String reason) {
    super(reason);
  }
}
