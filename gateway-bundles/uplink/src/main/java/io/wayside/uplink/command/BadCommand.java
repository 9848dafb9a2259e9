// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

/** Refused before it reached the command path; nothing happened. */
final class BadCommand extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, for the sender's program
   * @param message for the sender, with the remedy
   */
  BadCommand(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
