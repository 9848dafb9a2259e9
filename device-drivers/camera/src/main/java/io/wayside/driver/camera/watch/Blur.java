// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

import io.wayside.driver.camera.picture.GreyGrid;

/**
 * Whether the picture became less sharp than it usually is in this much light. Noise of the night
 * looks sharp, so each light has its own measure.
 */
final class Blur {

  private static final double[] LIGHTS = {40, 90, 150, 256};
  private static final double SLOW_NANOS = 600e9;
  private static final long LEARN_NANOS = 60_000_000_000L;
  private static final double FEWEST_EDGES = 0.002;
  private static final double LOST = 0.5;

  private final double[] usual = new double[LIGHTS.length];
  private final long[] learnedNanos = new long[LIGHTS.length];

  boolean look(GreyGrid grid, double brightness, long elapsedNanos) {
    if (grid.edges() < FEWEST_EDGES) {
      return false;
    }
    double sharpness = grid.sharpness();
    int light = 0;
    while (brightness >= LIGHTS[light]) {
      light++;
    }
    boolean known = learnedNanos[light] >= LEARN_NANOS;
    if (known && sharpness < LOST * usual[light]) {
      return true;
    }
    double span = known ? SLOW_NANOS : Math.max(elapsedNanos, learnedNanos[light]);
    double share = Math.min(1, elapsedNanos / Math.max(1, span));
    usual[light] += share * (sharpness - usual[light]);
    learnedNanos[light] += elapsedNanos;
    return false;
  }
}
