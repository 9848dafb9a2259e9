// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.traffic;

/** Nobody of one way passes a stop line between two times. */
public record RedLight(Way way, double yM, double fromS, double toS) {

  /** Metres that a front has left to the stop line; without bound when it may pass. */
  double gapM(Mover mover, double nowS) {
    double left = (yM - mover.yM()) * mover.way().sign() - mover.body().lengthM() / 2;
    boolean red = nowS >= fromS && nowS < toS && mover.way() == way;
    return red && left > -0.5 ? Math.max(left, 0.05) : Double.POSITIVE_INFINITY;
  }
}
