// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import java.util.SplittableRandom;

/**
 * The luck of one frame. Each kind of fault has its own dice, so that changing the rate of one kind
 * leaves all others as they were.
 */
final class FrameDice {

  /** Odd constants that spread neighbouring seeds, frames and kinds apart. */
  private static final long FRAME_STRIDE = 0x9E3779B97F4A7C15L;

  private static final long KIND_STRIDE = 0xC2B2AE3D27D4EB4FL;

  private final FaultPlan plan;
  private final long frameIndex;

  FrameDice(FaultPlan plan, long frameIndex) {
    this.plan = plan;
    this.frameIndex = frameIndex;
  }

  boolean strikes(FaultKind kind) {
    double perFrame = plan.rule(kind).perFrame();
    return perFrame > 0 && random(kind).nextDouble() < perFrame;
  }

  /**
   * The kind's own randomness for this frame; the first number drawn decides whether it strikes.
   */
  SplittableRandom random(FaultKind kind) {
    long mixed =
        plan.seed() + FRAME_STRIDE * (frameIndex + 1) + KIND_STRIDE * kind.name().hashCode();
    return new SplittableRandom(new SplittableRandom(mixed).nextLong());
  }

  /** Randomness for how hard the kind strikes, independent of whether it does. */
  SplittableRandom force(FaultKind kind) {
    return random(kind).split();
  }

  /** 1 to the rule's {@code atMost}. */
  int amount(FaultKind kind, SplittableRandom force) {
    return 1 + force.nextInt(plan.rule(kind).atMost());
  }
}
