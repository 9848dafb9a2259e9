// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** A loop's contact, which may bounce when it changes. */
public final class LoopDetector {

  private static final double CLOSES_AT = 0.25;
  private static final double OPENS_BELOW = 0.15;
  private static final int MOST_BOUNCES = 3;
  private static final long LEAST_BOUNCE_NANOS = 500_000;
  private static final long MOST_BOUNCE_NANOS = 3_000_000;

  private final SplittableRandom random;
  private double bounces;
  private double before;
  private boolean occupied;

  /** A free loop; of its changes the share given bounces. */
  public LoopDetector(double bounces, SplittableRandom random) {
    this.bounces = bounces;
    this.random = random;
  }

  public void bounces(double share) {
    bounces = share;
  }

  public boolean occupied() {
    return occupied;
  }

  /**
   * Looks at what is felt at the end of an interval.
   *
   * @param edge gets the time and the state of each change, in order
   */
  public void look(double felt, long fromNanos, long toNanos, BiConsumer<Long, Boolean> edge) {
    double threshold = occupied ? OPENS_BELOW : CLOSES_AT;
    boolean now = felt >= threshold;
    if (now != occupied) {
      double part = (threshold - before) / (felt - before);
      long nanos = fromNanos + (long) (Math.max(0, Math.min(1, part)) * (toNanos - fromNanos));
      occupied = now;
      edge.accept(nanos, now);
      if (random.nextDouble() < bounces) {
        bounce(nanos, edge);
      }
    }
    before = felt;
  }

  private void bounce(long fromNanos, BiConsumer<Long, Boolean> edge) {
    long nanos = fromNanos;
    for (int left = 1 + random.nextInt(MOST_BOUNCES); left > 0; left--) {
      nanos += random.nextLong(LEAST_BOUNCE_NANOS, MOST_BOUNCE_NANOS);
      edge.accept(nanos, !occupied);
      nanos += random.nextLong(LEAST_BOUNCE_NANOS, MOST_BOUNCE_NANOS);
      edge.accept(nanos, occupied);
    }
  }
}
