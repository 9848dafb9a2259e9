// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/**
 * Body bounce of one axle: the lower mode of a quarter-car with a typical sprung mass, spring and
 * damper, as frequency and viscous damping ratio.
 */
public enum Suspension {
  STEER_LEAF(1.29, 0.11),
  DRIVE_LEAF(1.49, 0.11),
  DRIVE_AIR(1.22, 0.22),
  TRAILER_LEAF(1.85, 0.06),
  TRAILER_AIR(1.25, 0.20),
  EMPTY_TRAILER(2.27, 0.32);

  private final double bounceHz;
  private final double dampingRatio;

  Suspension(double bounceHz, double dampingRatio) {
    this.bounceHz = bounceHz;
    this.dampingRatio = dampingRatio;
  }

  public double bounceHz() {
    return bounceHz;
  }

  double angularHz() {
    return 2 * Math.PI * bounceHz;
  }

  /** Exponential decay of the viscous damper, per second. */
  double decayPerS() {
    return dampingRatio * angularHz();
  }
}
