// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.List;

/**
 * Uncertainty of axles and of their sums. Dynamics and noise are each axle's own up to a
 * correlation between axles of one body; calibration and speed are common to all of them, so that
 * they add up and do not average out.
 */
final class Uncertainty {

  private static final double EXPANDED = 2;
  // Weight of what was expected against what the lines showed, in degrees of freedom.
  private static final double PRIOR_FREEDOM = 6;
  // Axles of one body move together in bounce and against each other in pitch.
  private static final double BETWEEN_AXLES = 0.15;
  // With a line or a half missing the others say less than their scatter shows.
  private final double scale;
  private final double common;

  /**
   * @param axles all of one vehicle
   * @param common standard uncertainty of what all loads share, as a share
   */
  Uncertainty(List<AxleLoads.Weighed> axles, double common) {
    double squares = PRIOR_FREEDOM;
    double freedom = PRIOR_FREEDOM;
    for (AxleLoads.Weighed axle : axles) {
      // A line that was weighed down counts with the weight it has left.
      squares += axle.fused().scatter() / (axle.share() * axle.share());
      freedom += axle.fused().freedom();
    }
    this.scale = Math.sqrt(squares / freedom);
    this.common = common;
  }

  /** Expanded uncertainty of one axle. */
  double of(AxleLoads.Weighed axle) {
    return EXPANDED * Math.hypot(own(axle), common * axle.fused().load());
  }

  /** Expanded uncertainty of a sum of axles. */
  double of(List<AxleLoads.Weighed> axles) {
    double sum = 0;
    double squares = 0;
    double load = 0;
    for (AxleLoads.Weighed axle : axles) {
      double own = own(axle);
      sum += own;
      squares += own * own;
      load += axle.fused().load();
    }
    double variance = (1 - BETWEEN_AXLES) * squares + BETWEEN_AXLES * sum * sum;
    return EXPANDED * Math.hypot(Math.sqrt(variance), common * load);
  }

  private double own(AxleLoads.Weighed axle) {
    LoadFusion.Fused fused = axle.fused();
    return Math.hypot(fused.load() * axle.share() * scale * fused.factor(), axle.noise());
  }

  /** How much more the lines scatter than was expected; 1 is as expected. */
  double scale() {
    return scale;
  }
}
