// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;

/** What the two sides of an axle say about where it drove. */
final class Balance {

  /** Loads of the two ends of an axle differ by less on a level road. */
  private static final double MOST_RATIO = 1.6;

  /** Below that share of the axle a side carries nothing but what the frame passes on. */
  private static final double LEAST_SHARE = 0.10;

  /** Beyond that ratio a wheel is partly beside the platform rather than the load uneven. */
  private static final double OFF_RATIO = 2.5;

  private Balance() {}

  static Flags doubts(double leftN, double rightN) {
    double less = Math.min(leftN, rightN);
    double more = Math.max(leftN, rightN);
    if (less < LEAST_SHARE * (leftN + rightN)) {
      return Flags.of(MotionFlags.ONE_SIDE_ONLY, MotionFlags.OFF_SCALE, MotionFlags.UNBALANCED);
    }
    if (more > OFF_RATIO * less) {
      return Flags.of(MotionFlags.OFF_SCALE, MotionFlags.UNBALANCED);
    }
    return more > MOST_RATIO * less ? Flags.of(MotionFlags.UNBALANCED) : Flags.NONE;
  }
}
