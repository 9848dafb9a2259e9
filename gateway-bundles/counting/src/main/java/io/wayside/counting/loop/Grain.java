// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.EnumMap;
import java.util.Map;

/**
 * How coarse the times of a pair of loops are, where their contacts are looked at now and then.
 * Each edge is late by anything up to one look, so a speed may be off by a look against the time
 * from loop to loop.
 */
public final class Grain {

  /** What a pair of loops is to reach. */
  private static final double BAR = 0.01;

  private final double spacingM;
  private final Map<Port, Long> lookNanos = new EnumMap<>(Port.class);

  public Grain(double spacingM) {
    this.spacingM = spacingM;
  }

  /** A contact is looked at so often; zero where its edges are heard. */
  public void looked(Port port, long everyNanos) {
    lookNanos.put(port, everyNanos);
  }

  /** The passage, flagged where its speed may be off by more than a pair of loops is to reach. */
  public Passage mark(Passage passage) {
    long look =
        Math.max(lookNanos.getOrDefault(Port.LEAD, 0L), lookNanos.getOrDefault(Port.TRAIL, 0L));
    double off = passage.speedMps().orElse(0) * look / 1e9 / spacingM;
    return off > BAR ? passage.flagged(LoopFlags.COARSE_TIMES) : passage;
  }
}
