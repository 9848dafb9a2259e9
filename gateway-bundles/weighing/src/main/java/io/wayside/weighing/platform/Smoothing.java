// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

/**
 * Two running means one after the other: a triangle, which lets less of an oscillation through than
 * one mean of the same span, and never overshoots.
 */
final class Smoothing {

  private final double[][] ring;
  private final double[] sums = new double[2];
  private long taken;

  /**
   * @param points of both means together
   */
  Smoothing(int points) {
    int each = Math.max(1, points / 2);
    this.ring = new double[2][each];
  }

  void restart() {
    for (int stage = 0; stage < 2; stage++) {
      java.util.Arrays.fill(ring[stage], 0);
      sums[stage] = 0;
    }
    taken = 0;
  }

  double take(double value) {
    int place = (int) (taken % ring[0].length);
    double through = value;
    for (int stage = 0; stage < 2; stage++) {
      sums[stage] += through - ring[stage][place];
      ring[stage][place] = through;
      if (place == ring[stage].length - 1) {
        sums[stage] = 0; // sums anew once a turn: rounding must not add up over a year
        for (double each : ring[stage]) {
          sums[stage] += each;
        }
      }
      through = sums[stage] / ring[stage].length;
    }
    taken++;
    return through;
  }

  /** Whether the whole span is filled with values. */
  boolean full() {
    return taken >= 2L * ring[0].length;
  }
}
