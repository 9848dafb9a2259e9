// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.traffic;

import java.util.SplittableRandom;

/**
 * How goods vehicles are loaded, as shares of the traffic; what is left drives with a full load.
 *
 * @param empty without load
 * @param part with 30 to 85 % of the allowed load
 * @param over with more than allowed, up to {@code heaviest}
 * @param heaviest load of the worst, 1.6 for 160 % of the allowed load
 */
public record Loading(double empty, double part, double over, double heaviest) {
  /** A usual day. */
  public static final Loading USUAL = new Loading(0.3, 0.2, 0.15, 1.6);

  private static final double LEAST_PART = 0.3;
  private static final double LEAST_FULL = 0.85;
  private static final double LEAST_OVER = 1.1;

  /** Share of the allowed load: 0 empty, 1 as allowed. */
  double draw(VehicleKind.Cargo cargo, SplittableRandom random) {
    if (cargo == VehicleKind.Cargo.PEOPLE) {
      return random.nextDouble();
    }
    double which = random.nextDouble();
    if (which < empty) {
      return 0;
    }
    if (which < empty + part) {
      return random.nextDouble(LEAST_PART, LEAST_FULL);
    }
    return which < empty + part + over
        ? random.nextDouble(LEAST_OVER, heaviest)
        : random.nextDouble(LEAST_FULL, 1.05);
  }
}
