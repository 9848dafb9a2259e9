// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalDouble;

/**
 * A level that a light may act on: the median of the readings of a while, so that a wave or one bad
 * reading changes nothing. Where they scatter there is none, and a gauge whose readings scattered
 * is believed again only when they have been steady for much longer. Times are monotonic
 * nanoseconds; not for several threads.
 */
final class SteadyLevel {

  /** So many times as long, and as many readings, must be steady after they scattered. */
  private static final int PROBATION = 10;

  private static final int BAD_ONE_IN = 10;
  private static final int MOST = 500;

  private final Steadiness how;
  private final long staleNanos;
  private final Deque<Reading> window = new ArrayDeque<>();
  private boolean heard;
  private Reading last = new Reading(0, 0);
  private boolean scattered;
  private long calmSinceNanos;
  private int calmReadings;
  private boolean settled;
  private double levelM;
  private long settledNanos;

  private record Reading(double levelM, long nanos) {}

  /**
   * @param staleNanos so long after its last steady reading there is no level any more
   */
  SteadyLevel(Steadiness how, long staleNanos) {
    this.how = how;
    this.staleNanos = staleNanos;
  }

  /** A reading; one that is no number is none. True when there is a level by it. */
  boolean hear(double readM, long nanos) {
    if (!Double.isFinite(readM) || (heard && nanos - last.nanos() < 0)) {
      return false;
    }
    if (!isHeard(nanos)) {
      window.clear();
    }
    if (isTooSoon(nanos)) {
      return false;
    }
    heard = true;
    last = new Reading(readM, nanos);
    window.addLast(last);
    forget(nanos);
    if (window.size() < how.readings() || spanNanos(nanos) < how.lasting().toNanos()) {
      return false;
    }
    return judge(nanos);
  }

  /** A gauge that speaks many times a second fills no memory. */
  private boolean isTooSoon(long nanos) {
    return heard
        && window.size() >= how.readings()
        && nanos - last.nanos() < how.lasting().toNanos() / MOST;
  }

  /** What is not needed for the time and the number. */
  private void forget(long nanos) {
    while (window.size() > how.readings()) {
      Reading oldest = window.removeFirst();
      if (spanNanos(nanos) < how.lasting().toNanos()) {
        window.addFirst(oldest);
        return;
      }
    }
  }

  private long spanNanos(long nanos) {
    return nanos - window.getFirst().nanos();
  }

  private boolean judge(long nanos) {
    double[] sorted = window.stream().mapToDouble(Reading::levelM).sorted().toArray();
    if (scatterM(sorted) > how.scatterM()) {
      scattered = true;
      calmReadings = 0;
      return false;
    }
    if (calmReadings == 0) {
      calmSinceNanos = nanos;
    }
    calmReadings++;
    boolean waits =
        scattered
            && (calmReadings <= PROBATION * how.readings()
                || nanos - calmSinceNanos < PROBATION * how.lasting().toNanos());
    if (waits) {
      return false;
    }
    scattered = false;
    settled = true;
    settledNanos = nanos;
    levelM = median(sorted);
    return true;
  }

  /** The least that holds all but one in ten of them; one may always be bad. */
  private static double scatterM(double[] sorted) {
    int kept = sorted.length - Math.max(1, sorted.length / BAD_ONE_IN);
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i + kept <= sorted.length; i++) {
      least = Math.min(least, kept == 0 ? 0 : sorted[i + kept - 1] - sorted[i]);
    }
    return least;
  }

  private static double median(double[] sorted) {
    double[] middle = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
    return Arrays.stream(middle).average().orElseThrow();
  }

  /** Empty while the gauge is silent, or not steady for as long. */
  OptionalDouble at(long nowNanos) {
    return settled && nowNanos - settledNanos <= staleNanos
        ? OptionalDouble.of(levelM)
        : OptionalDouble.empty();
  }

  /** Whether there are readings at all. */
  boolean isHeard(long nowNanos) {
    return heard && nowNanos - last.nanos() <= staleNanos;
  }

  /** The last reading, whatever it is worth; empty before the first. */
  OptionalDouble lastReadM() {
    return heard ? OptionalDouble.of(last.levelM()) : OptionalDouble.empty();
  }
}
