// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Cuts a sampled level into light and dark: half way between the two levels of the last while, or
 * by the light's usual levels when only one is there. Says nothing where neither helps.
 */
final class Slicer {

  private static final int MOST = 4096; // samples that are remembered
  private static final double HYSTERESIS = 0.1;
  private static final double LEAST_RISE = 0.25; // of the usual one
  private static final double MOST_RISE = 3;
  private static final long ANEW_NANOS = 250_000_000;
  private static final long LONGEST_NANOS = 150_000_000_000L;

  private final long spanNanos;
  private final long stepNanos; // between samples that are remembered
  private final long[] times = new long[MOST];
  private final double[] values = new double[MOST];
  private int count;
  private long lookedNanos;
  private boolean looked;
  private Optional<TwoLevels> levels = Optional.empty();
  private OptionalDouble oneLevel = OptionalDouble.empty();
  private boolean lit;

  Slicer(long periodNanos) {
    this.spanNanos = Math.min(LONGEST_NANOS, Math.max(4_000_000_000L, periodNanos * 5 / 4));
    this.stepNanos = spanNanos / MOST;
  }

  /** What the level at a time shows; empty where it cannot be told. */
  Optional<Boolean> hear(long nanos, double value, Optional<Usual> usual) {
    remember(nanos, value);
    if (!looked || nanos - lookedNanos >= ANEW_NANOS) {
      look(nanos, usual);
    }
    if (levels.isPresent()) {
      double margin = HYSTERESIS * levels.get().rise();
      double middle = levels.get().middle();
      lit = value > (lit ? middle - margin : middle + margin);
      return Optional.of(lit);
    }
    if (usual.isEmpty() || oneLevel.isEmpty()) {
      return Optional.empty();
    }
    double share = (value - usual.get().dark()) / usual.get().rise();
    if (share > 2) {
      return Optional.empty(); // brighter than the light ever is: the sun, or another lamp
    }
    lit = share > (lit ? 0.5 - HYSTERESIS : 0.5 + HYSTERESIS);
    return Optional.of(lit);
  }

  private void remember(long nanos, double value) {
    if (count > 0 && nanos - times[(count - 1) % MOST] < stepNanos) {
      return;
    }
    times[count % MOST] = nanos;
    values[count % MOST] = value;
    count++;
  }

  private void look(long nanos, Optional<Usual> usual) {
    looked = true;
    lookedNanos = nanos;
    double[] recent = new double[Math.min(count, MOST)];
    int kept = 0;
    long oldest = nanos;
    for (int i = count - 1; i >= Math.max(0, count - MOST); i--) {
      if (nanos - times[i % MOST] > spanNanos) {
        break;
      }
      oldest = times[i % MOST];
      recent[kept++] = values[i % MOST];
    }
    double[] window = Arrays.copyOf(recent, kept);
    double most = usual.map(known -> MOST_RISE * known.rise()).orElse(Double.MAX_VALUE);
    double least = usual.map(known -> LEAST_RISE * known.rise()).orElse(0.0);
    levels = TwoLevels.in(window).filter(two -> two.rise() >= least && two.rise() <= most);
    Arrays.sort(window);
    // Too short a look at one level says nothing of another.
    oneLevel =
        nanos - oldest >= spanNanos / 2 || usual.isPresent()
            ? OptionalDouble.of(window[window.length / 2])
            : OptionalDouble.empty();
    if (count > 2 * MOST) {
      count = MOST + count % MOST; // keeps the place in the ring
    }
  }

  /** The two levels, where there are two. */
  Optional<TwoLevels> levels() {
    return levels;
  }

  void cut() {
    count = 0;
    levels = Optional.empty();
    oneLevel = OptionalDouble.empty();
    looked = false;
  }
}
