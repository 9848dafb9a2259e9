// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.road;

import java.util.function.DoubleUnaryOperator;

/**
 * The International Roughness Index: the mean rectified suspension travel of the golden quarter-car
 * at 80 km/h per distance, in m/km (equal to mm/m).
 */
public final class RoughnessIndex {
  // the golden car, each value divided by the sprung mass
  private static final double SPRING = 63.3;
  private static final double TYRE = 653;
  private static final double DAMPER = 6;
  private static final double UNSPRUNG = 0.15;

  private static final double SPEED_MPS = 80 / 3.6;
  private static final double STEP_M = 0.01;

  /** The base of the moving average which ASTM E1926 takes for the tyre. */
  private static final double BASE_M = 0.25;

  private static final double RUN_IN_M = 200;

  private RoughnessIndex() {}

  /** The mean of the IRI of both wheel paths. */
  public static double of(RoadProfile road) {
    return (of(x -> road.left(x, BASE_M), RoadProfile.PERIOD_M)
            + of(x -> road.right(x, BASE_M), RoadProfile.PERIOD_M))
        / 2;
  }

  /** The IRI over a length of a path whose height is already the mean over 0.25 m. */
  public static double of(DoubleUnaryOperator heightM, double lengthM) {
    double step = STEP_M / SPEED_MPS;
    double body = heightM.applyAsDouble(-RUN_IN_M);
    double axle = body;
    double bodySpeed = 0;
    double axleSpeed = 0;
    double travel = 0;
    int runIn = (int) (RUN_IN_M / STEP_M);
    int points = (int) Math.round(lengthM / STEP_M);
    for (int i = -runIn; i < points; i++) {
      double road = heightM.applyAsDouble((i + 0.5) * STEP_M);
      // the symplectic step: speeds first, then places with the new speeds
      double force = SPRING * (axle - body) + DAMPER * (axleSpeed - bodySpeed);
      bodySpeed += step * force;
      axleSpeed += step * (TYRE * (road - axle) - force) / UNSPRUNG;
      body += step * bodySpeed;
      axle += step * axleSpeed;
      if (i >= 0) {
        travel += step * Math.abs(bodySpeed - axleSpeed);
      }
    }
    return 1000 * travel / lengthM;
  }
}
