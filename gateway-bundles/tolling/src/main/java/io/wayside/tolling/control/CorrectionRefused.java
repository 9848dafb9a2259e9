// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.command.CommandResult;

/** A correction is not written, and nothing has changed. */
final class CorrectionRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;

  /**
   * @param code stable, for programs
   * @param message names the thing, the place and the remedy
   */
  CorrectionRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  CommandResult.Refused toResult() {
    return new CommandResult.Refused(code, String.valueOf(getMessage()));
  }
}
