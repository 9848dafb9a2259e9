// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.cli;

/** Wrong usage, or a file that cannot be read; in one line for people. */
final class Wrong extends Exception {

  private static final long serialVersionUID = 1L;

  Wrong(String message) {
    super(message);
  }
}
