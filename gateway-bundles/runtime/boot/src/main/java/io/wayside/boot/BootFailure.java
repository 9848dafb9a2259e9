// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import java.util.List;

/**
 * The gateway cannot start or cannot answer; carries the lines for the person and the exit code.
 */
public final class BootFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public BootFailure(ExitCode exitCode, String line) {
    super(line);
    this.exitCode = exitCode;
  }

  public BootFailure(ExitCode exitCode, String line, Throwable cause) {
    super(line, cause);
    this.exitCode = exitCode;
  }

  public BootFailure(ExitCode exitCode, List<String> lines) {
    this(exitCode, String.join("\n", lines));
  }

  public ExitCode exitCode() {
    return exitCode;
  }

  /** One line for each thing that is wrong. */
  public String lines() {
    return String.valueOf(getMessage());
  }
}
