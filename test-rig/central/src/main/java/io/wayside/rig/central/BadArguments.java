// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

/** The command line is not understood; says what is wrong with it. */
final class BadArguments extends Exception {

  private static final long serialVersionUID = 1L;

  BadArguments(String message) {
    super(message);
  }
}
