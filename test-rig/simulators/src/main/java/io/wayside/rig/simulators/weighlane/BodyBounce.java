// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/**
 * The swinging of the body on its springs, as a share of the axle's static load.
 *
 * @param startShare amplitude at the beginning, for instance 0.01 for one per cent
 * @param lasting whether the disturbance goes on, as under a wheel that keeps rolling
 */
record BodyBounce(Suspension suspension, double startShare, boolean lasting) {

  /**
   * Dry friction that remains while the vehicle shakes, as a share of the static load. It takes
   * four times itself from the amplitude in each cycle and in the end holds the body still.
   */
  private static final double FRICTION_SHARE = 0.005;

  /** Share of the static load by which the wheel presses more (or less) than at rest. */
  double shareAt(double seconds) {
    return seconds <= 0 ? 0 : envelope(seconds) * Math.sin(suspension.angularHz() * seconds);
  }

  /** Solves a' = -decay a - friction, until it reaches zero. */
  private double envelope(double seconds) {
    if (lasting) {
      return startShare;
    }
    double floor = frictionPerS() / suspension.decayPerS();
    return Math.max(0, (startShare + floor) * Math.exp(-suspension.decayPerS() * seconds) - floor);
  }

  /** When the body is held still; infinite when the disturbance lasts. */
  double stillAfterS() {
    double decay = suspension.decayPerS();
    return lasting
        ? Double.POSITIVE_INFINITY
        : Math.log1p(startShare * decay / frictionPerS()) / decay;
  }

  private double frictionPerS() {
    return 4 * suspension.bounceHz() * FRICTION_SHARE;
  }
}
