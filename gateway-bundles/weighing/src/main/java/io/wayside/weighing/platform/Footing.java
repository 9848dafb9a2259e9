// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

/**
 * One axle's time on the platform. Seconds from the passage's begin; edges are where its wheels are
 * half on or half off.
 *
 * @param onS front edge crossed
 * @param offS rear edge crossed
 * @param roughN height of its step; good for telling axles apart, not for weighing
 * @param onRampS how long it took to come up
 * @param offRampS how long it took to go down; NaN when another axle's step hides it
 * @param seenOff whether its step down was seen, not concluded
 */
record Footing(
    double onS, double offS, double roughN, double onRampS, double offRampS, boolean seenOff) {

  Footing later(double seconds) {
    return new Footing(onS + seconds, offS + seconds, roughN, onRampS, offRampS, seenOff);
  }

  double lastedS() {
    return offS - onS;
  }

  double speedMps(double lengthM) {
    return lengthM / lastedS();
  }
}
