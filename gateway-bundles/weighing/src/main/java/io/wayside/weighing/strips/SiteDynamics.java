// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

import java.util.List;

/**
 * How much loads move about on this road, against what the document expects: learnt from how the
 * lines of the last vehicles scattered. It widens or narrows uncertainties and never changes a
 * load.
 */
final class SiteDynamics {

  // About the last 300 axles count; before that the document has the weight of 100 degrees of
  // freedom.
  private static final double RATE = 1 / 1000.0;
  private static final double PRIOR_FREEDOM = 100;
  // One vehicle with a bouncing axle must not speak for the road.
  private static final double MOST_PER_AXLE = 9;
  // A road can be so much better or worse than expected; beyond, the document is wrong.
  private static final double LEAST = 0.04;
  private static final double MOST = 16;

  private double variance = 1;
  private double freedom = PRIOR_FREEDOM;

  /** Factor on the expected standard deviation. */
  double factor() {
    return Math.sqrt(variance);
  }

  void learn(List<AxleLoads.Weighed> axles) {
    for (AxleLoads.Weighed axle : axles) {
      int own = axle.fused().freedom();
      if (own > 0) {
        double now = axle.fused().scatter() / own / (axle.share() * axle.share()) * variance;
        freedom = Math.min(1 / RATE, freedom + own);
        double weight = own / freedom;
        variance += weight * (Math.min(now, MOST_PER_AXLE * variance) - variance);
      }
    }
    variance = Math.max(LEAST, Math.min(MOST, variance));
  }
}
