// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

/**
 * One axle on the road.
 *
 * @param behindM how far it is behind the first axle
 * @param springs what it carries and on what
 * @param tyres its wheels
 * @param leftShare share of the load on the left side, 0.5 when balanced; 1 for a single track
 */
public record Axle(double behindM, Springs springs, Tyres tyres, double leftShare) {
  /** A share outside 0..1 would hang on the road. */
  public Axle {
    if (!(leftShare >= 0 && leftShare <= 1)) {
      throw new IllegalArgumentException("Axle: left share " + leftShare + "; take 0 to 1");
    }
  }

  /** Static load of the axle. */
  public double staticN() {
    return springs.staticN();
  }

  /** Static load of the left wheel. */
  public double leftN() {
    return leftShare * staticN();
  }

  /** Static load of the right wheel. */
  public double rightN() {
    return (1 - leftShare) * staticN();
  }
}
