// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;

/**
 * Whether vehicles stand at a line so close to each other that nobody can tell one from the next.
 * What is counted then, and shortly after, may be wrong.
 */
final class Queue {

  /** From then on it stands, and is not just slow. */
  private static final double STANDS_S = 2;

  /** The state lasts for so long after the last one rode off. */
  private static final double AFTER_S = 3;

  /** At the line: within so many of its sizes. */
  private static final double NEAR = 1;

  private double lastS = Double.NEGATIVE_INFINITY;

  void see(CountingLine line, List<Track> tracks, double atS) {
    long standing = 0;
    boolean merged = false;
    for (Track track : tracks) {
      if (track.standsS() >= STANDS_S && track.came(1) && line.isNear(track.box(), NEAR)) {
        standing++;
        merged |= track.isAmongOthers();
      }
    }
    if (merged || standing > 1) {
      lastS = atS;
    }
  }

  boolean lastsAt(double atS) {
    return atS - lastS <= AFTER_S;
  }
}
