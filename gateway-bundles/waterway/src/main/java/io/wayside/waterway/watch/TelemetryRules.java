// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * When an aid is silent.
 *
 * @param usualNanos usual time between two reports; 0 has it learned
 * @param intervals so many usual intervals without a report are silence
 * @param leastNanos but never less than this
 * @param untilLearnedNanos what counts as usual as long as too few reports were heard
 * @param spread so many times the time to silence, and the other answers are unknown too
 */
public record TelemetryRules(
    long usualNanos, int intervals, long leastNanos, long untilLearnedNanos, int spread) {

  public TelemetryRules {
    if (usualNanos < 0 || intervals < 2 || spread < 1) {
      throw new IllegalArgumentException(
          "an aid is silent after 2 intervals at least, and unknown not before that");
    }
  }

  /** Learned, silent after five, unknown after ten. */
  public static TelemetryRules usual() {
    return new TelemetryRules(0, 5, 2 * Span.MINUTE, 6 * Span.MINUTE, 2);
  }

  /** With a usual interval that is known. */
  public TelemetryRules every(long nanos) {
    return new TelemetryRules(nanos, intervals, leastNanos, untilLearnedNanos, spread);
  }
}
