// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/**
 * What the watch sees now.
 *
 * @param state where it stands
 * @param targetN what the first axle of the population weighed after the calibration; NaN while
 *     that is being learned
 * @param driftPercent how far the latest are from it
 * @param uncertaintyPercent half width of the 95 % interval of the drift
 * @param proposedFactor by which the constants might be multiplied today; 1 when nothing is
 *     proposed
 */
public record Drift(
    State state,
    double targetN,
    double driftPercent,
    double uncertaintyPercent,
    double proposedFactor) {

  /** Where the watch stands. */
  public enum State {
    LEARNING,
    STEADY,
    /** Drift is real and larger than what is worth a notice. */
    DRIFTING,
    /** Beyond the largest change that may be proposed: the instrument wants a technician. */
    BEYOND_CORRECTION,
    /** A fault of the site is known; nothing is concluded from it. */
    FROZEN
  }
}
