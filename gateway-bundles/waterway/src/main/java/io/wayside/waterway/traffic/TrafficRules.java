// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

/**
 * When a vessel has passed.
 *
 * @param clearM it has passed when it is so far beyond the line
 * @param anchoredMps slower than this it may lie at anchor
 * @param anchoredClearM and must be so far beyond
 * @param gapNanos fixes farther apart in time are not joined
 * @param gapM nor farther apart in space
 * @param fastestMps a fix that wants a higher speed is wrong
 * @param waitNanos how long a passage waits to learn who it was
 */
public record TrafficRules(
    double clearM,
    double anchoredMps,
    double anchoredClearM,
    long gapNanos,
    double gapM,
    double fastestMps,
    long waitNanos) {

  private static final long S = 1_000_000_000L;

  public TrafficRules {
    if (!(clearM > 0)
        || !(anchoredClearM >= clearM)
        || !(gapM > 0)
        || !(fastestMps > 0)
        || gapNanos <= 0
        || waitNanos < 0) {
      throw new IllegalArgumentException("lengths and times of traffic rules are above 0");
    }
  }

  /** Class A says who it is every 6 minutes. */
  public static TrafficRules usual() {
    return new TrafficRules(30, 0.5, 150, 180 * S, 2_000, 30, 7 * 60 * S);
  }
}
