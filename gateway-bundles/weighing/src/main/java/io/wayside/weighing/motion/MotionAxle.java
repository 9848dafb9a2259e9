// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.motion;

import io.wayside.core.quality.Flags;

/**
 * One axle of a vehicle in motion.
 *
 * @param atNanos when its centre crossed the instrument's reference line; monotonic
 * @param loadN its load in newton
 * @param uncertaintyN expanded uncertainty of the load (k = 2)
 * @param speedMps speed while it crossed; negative when driven backwards
 * @param leftN load of the left wheels; NaN where sides are not told apart
 * @param rightN load of the right wheels; NaN where sides are not told apart
 * @param tyres single or dual tyres, where the instrument can tell
 * @param flags doubts about this axle
 */
public record MotionAxle(
    long atNanos,
    double loadN,
    double uncertaintyN,
    double speedMps,
    double leftN,
    double rightN,
    Tyres tyres,
    Flags flags) {

  /** Tyres at each end of the axle. */
  public enum Tyres {
    SINGLE,
    DUAL,
    NOT_TOLD
  }
}
