// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

import io.wayside.driver.indicator.codec.IndicatorFormat;

/**
 * How one indicator is asked.
 *
 * @param command what is sent; empty when it is never asked
 * @param repeats whether one command brings weights until it is told otherwise
 * @param intervalNanos from one command to the next, at least
 * @param answerNanos after so long without an answer it is asked again
 */
public record Inquiry(String command, boolean repeats, long intervalNanos, long answerNanos) {

  /** It speaks by itself. */
  public static final Inquiry NONE = new Inquiry("", false, 0, 0);

  private static final long USUAL_INTERVAL_NANOS = 200_000_000;
  private static final long USUAL_ANSWER_NANOS = 500_000_000;

  /** As the format has it, five times a second. */
  public static Inquiry usual(IndicatorFormat format) {
    return of(format, Asking.USUAL, USUAL_INTERVAL_NANOS, USUAL_ANSWER_NANOS);
  }

  /** The inquiry of a format in this manner. */
  public static Inquiry of(
      IndicatorFormat format, Asking asking, long intervalNanos, long answerNanos) {
    String command = asking.of(format.commands());
    if (command.isEmpty() && asking != Asking.USUAL && asking != Asking.NEVER) {
      throw new IllegalArgumentException(
          "format %s has no command for asking %s; use USUAL".formatted(format, asking));
    }
    return command.isEmpty()
        ? NONE
        : new Inquiry(command, asking == Asking.REPEAT, intervalNanos, answerNanos);
  }

  boolean asks() {
    return !command.isEmpty();
  }
}
