// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

/** Wrong usage, in one line for people. */
final class WrongUsage extends Exception {

  private static final long serialVersionUID = 1L;

  WrongUsage(String message) {
    super(message);
  }
}
