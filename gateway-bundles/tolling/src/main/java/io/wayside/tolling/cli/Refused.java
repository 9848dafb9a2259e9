// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.cli;

/** What was asked for cannot be done; one line for people, and the exit status. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final int status;

  private Refused(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The command line is wrong. */
  static Refused usage(String message) {
    return new Refused(2, message);
  }

  /** A document cannot be used. */
  static Refused document(String message) {
    return new Refused(3, message);
  }

  int status() {
    return status;
  }
}
