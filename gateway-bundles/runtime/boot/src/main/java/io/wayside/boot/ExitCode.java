// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

/** How a run ended; the table for people is in docs/runtime.md. */
public enum ExitCode {
  ORDERLY(0),
  /** Only of {@code health}: it runs, and something is not in order. */
  NOT_WELL(1),
  /** The site document cannot be read or has errors; they have been listed. */
  SITE_REFUSED(2),
  /** A request was made and no gateway runs on that state folder. */
  NOT_RUNNING(3),
  /** Another gateway runs on that state folder. */
  STATE_OCCUPIED(4),
  /** A file of the release is missing, or a bundle nothing works without does not start. */
  RELEASE_INCOMPLETE(5),
  /** The state folder cannot be written. */
  STATE_UNUSABLE(6),
  /** It was told to stop and something hung. */
  STOP_OVERDUE(7),
  /** The command line is wrong. */
  USAGE(64),
  /** A fault of the gateway itself; the stack trace is on the error stream. */
  FAULT(70);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
