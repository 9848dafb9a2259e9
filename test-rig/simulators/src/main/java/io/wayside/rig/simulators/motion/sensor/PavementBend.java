// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

/**
 * Bending of the pavement around a wheel, felt with the wrong sign before and after it: the second
 * derivative of a bell, so that it has no area of its own but a dip on either side.
 *
 * @param share depth of the dip, as a share of the load
 * @param spreadM distance of the dips from the wheel is 1.7 times this
 */
public record PavementBend(double share, double spreadM) {
  /** A strip that feels nothing but what is on it. */
  public static final PavementBend NONE = new PavementBend(0, 0.2);

  /** Beyond so many spreads nothing is felt. */
  private static final double REACH_SPREADS = 5;

  /** Depth of the dip of (1 - u2) exp(-u2/2), at u = sqrt 3. */
  private static final double DIP = 2 * Math.exp(-1.5);

  double reachM() {
    return share > 0 ? REACH_SPREADS * spreadM : 0;
  }

  /** Felt share of a load at a distance along the road. */
  double at(double distanceM) {
    double u = distanceM / spreadM;
    return share / DIP * (1 - u * u) * Math.exp(-u * u / 2);
  }
}
