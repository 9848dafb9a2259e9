// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * How long something must be seen of a light, without anything else between, until it is told.
 *
 * @param darkNanos no light by the light input
 * @param otherNanos another rhythm by the light input
 * @param reducedNanos weak light by the light input
 * @param rightNanos the right light by the light input, or none by day
 * @param dayBurningNanos light by day, by whatever tells it: a black thunderstorm is shorter
 * @param reportNanos what reports say, and since when it is night
 * @param reports so many reports in a row
 * @param sightNanos a light input that cannot be read for so long tells nothing any more
 */
public record LightRules(
    long darkNanos,
    long otherNanos,
    long reducedNanos,
    long rightNanos,
    long dayBurningNanos,
    long reportNanos,
    int reports,
    long sightNanos) {

  /** For a light of this period; two periods and half a minute are dark. */
  public static LightRules usual(long periodMs) {
    long period = periodMs * 1_000_000L;
    return new LightRules(
        Math.max(30 * Span.SECOND, 2 * period),
        Math.max(60 * Span.SECOND, 4 * period),
        5 * Span.MINUTE,
        Math.max(30 * Span.SECOND, 2 * period),
        3 * Span.HOUR,
        10 * Span.MINUTE,
        2,
        10 * Span.MINUTE);
  }

  /** With another patience by day. */
  public LightRules dayBurningAfter(long nanos) {
    return new LightRules(
        darkNanos, otherNanos, reducedNanos, rightNanos, nanos, reportNanos, reports, sightNanos);
  }
}
