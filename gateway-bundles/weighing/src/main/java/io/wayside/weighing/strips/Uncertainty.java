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
  // Axles of a group ride over the same road under the same end of one body: their errors hardly
  // average out. The ends of a body bounce together and pitch against each other.
  private static final double WITHIN_GROUP = 0.9;
  private static final double BETWEEN_GROUPS = 0.25;

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

  /** Expanded uncertainty of one group's load. */
  double ofGroup(List<AxleLoads.Weighed> group) {
    return EXPANDED * Math.hypot(moving(group), common * load(group));
  }

  /** Expanded uncertainty of a vehicle's load. */
  double ofGroups(List<List<AxleLoads.Weighed>> groups) {
    double[] moving = groups.stream().mapToDouble(this::moving).toArray();
    double load = groups.stream().mapToDouble(Uncertainty::load).sum();
    return EXPANDED * Math.hypot(sum(moving, BETWEEN_GROUPS), common * load);
  }

  /** Standard uncertainty of a group's load from dynamics and noise. */
  private double moving(List<AxleLoads.Weighed> group) {
    return sum(group.stream().mapToDouble(this::own).toArray(), WITHIN_GROUP);
  }

  private static double load(List<AxleLoads.Weighed> axles) {
    return axles.stream().mapToDouble(w -> w.fused().load()).sum();
  }

  /** Deviation of a sum of quantities all of which are correlated alike. */
  private static double sum(double[] deviations, double correlation) {
    double sum = 0;
    double squares = 0;
    for (double deviation : deviations) {
      sum += deviation;
      squares += deviation * deviation;
    }
    return Math.sqrt((1 - correlation) * squares + correlation * sum * sum);
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
