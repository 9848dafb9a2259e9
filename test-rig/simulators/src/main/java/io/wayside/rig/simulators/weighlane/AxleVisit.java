// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

/**
 * One axle on the platform: rolls on, stands (or keeps rolling), rolls off.
 *
 * @param axle counted from 1 at the front
 * @param coverage share of the axle that rests on the platform
 * @param startS first touch, in seconds since the vehicle's first touch
 * @param plateauS full footprint on the platform, braking included
 */
record AxleVisit(
    int axle,
    int axleKg,
    double coverage,
    double startS,
    double rampOnS,
    double brakingS,
    double plateauS,
    double rampOffS,
    BodyBounce bounce) {

  double endS() {
    return startS + rampOnS + plateauS + rampOffS;
  }

  double onPlatformKg() {
    return axleKg * coverage;
  }

  /** When wheels stand and the body is at rest; infinite when that never happens. */
  double settledS() {
    double settledS = startS + rampOnS + Math.max(brakingS, bounce.stillAfterS());
    return settledS < startS + rampOnS + plateauS ? settledS : Double.POSITIVE_INFINITY;
  }

  double loadKgAt(double seconds) {
    double sinceFullS = seconds - startS - rampOnS;
    return onPlatformKg() * footprint(seconds) * (1 + bounce.shareAt(sinceFullS));
  }

  /** Share of the footprint that is on the platform. */
  private double footprint(double seconds) {
    double on = smoothStep((seconds - startS) / rampOnS);
    double off = smoothStep((endS() - seconds) / rampOffS);
    return Math.min(on, off);
  }

  /** The integral of a parabolic pressure profile: 0 to 1 with no jump in slope. */
  private static double smoothStep(double share) {
    double x = Math.min(1, Math.max(0, share));
    return x * x * (3 - 2 * x);
  }
}
