// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

/** Whether regions lose their outlines faster than any dusk takes them. */
final class Cover {

  /** With this memory, outlines that fade by two thirds in three minutes or more are dusk. */
  private static final double SLOW_NANOS = 120e9;

  private static final int FEWEST_EDGES = 6;
  private static final int FEWEST_REGIONS = 3;

  /** A region counts as covered with less than this of what it had. */
  private static final double LOST = 0.25;

  /** Of the regions that have outlines at all. */
  private static final double MOST = 0.4;

  private static final double WORTH = 0.4;

  private final double[] usual = new double[16];
  private boolean begun;

  /** Looks, and learns where nothing is suspect. */
  boolean look(Memory memory, Outlines seen, long elapsedNanos) {
    double[] now = memory.presence(seen, FEWEST_EDGES);
    int judged = 0;
    int lost = 0;
    for (int region = 0; region < now.length; region++) {
      if (now[region] >= 0 && usual[region] >= WORTH) {
        judged++;
        lost += now[region] < LOST * usual[region] ? 1 : 0;
      }
    }
    boolean suspect = begun && judged >= FEWEST_REGIONS && lost >= MOST * judged;
    if (!suspect) {
      learn(now, elapsedNanos);
    }
    return suspect;
  }

  private void learn(double[] now, long elapsedNanos) {
    double share = begun ? Math.min(1, elapsedNanos / SLOW_NANOS) : 1;
    for (int region = 0; region < now.length; region++) {
      if (now[region] >= 0) {
        usual[region] += share * (now[region] - usual[region]);
      }
    }
    begun = true;
  }
}
