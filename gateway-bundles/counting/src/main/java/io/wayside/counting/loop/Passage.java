// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import io.wayside.core.quality.Flag;
import io.wayside.core.quality.Flags;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A vehicle that passed.
 *
 * @param nanos when the first loop began to see it
 * @param endNanos when the last loop ceased to see it
 * @param seconds how long a loop saw it; the mean of both where both did
 * @param spacingsM distances between its axles from the front, in driving direction; empty where no
 *     axle sensor told
 */
public record Passage(
    long nanos,
    long endNanos,
    Direction direction,
    How how,
    OptionalDouble speedMps,
    OptionalDouble lengthM,
    double seconds,
    List<Double> spacingsM,
    Flags flags) {

  private static final Set<Flag> DOUBTS =
      Set.of(
          LoopFlags.MISSING_PARTNER,
          LoopFlags.LOOPS_DISAGREE,
          LoopFlags.PERHAPS_MERGED,
          LoopFlags.CROWDED,
          Flag.SIGNAL_INTERRUPTED);

  /** By what it was seen. */
  public enum How {
    SINGLE_LOOP,
    LOOP_PAIR,
    LOOP_PAIR_AND_AXLES
  }

  public Passage {
    spacingsM = List.copyOf(spacingsM);
  }

  public Passage flagged(Flag flag) {
    return new Passage(
        nanos, endNanos, direction, how, speedMps, lengthM, seconds, spacingsM, flags.with(flag));
  }

  /** Whether it may be no vehicle, or two. */
  public boolean doubtful() {
    return flags.all().stream().anyMatch(DOUBTS::contains);
  }
}
