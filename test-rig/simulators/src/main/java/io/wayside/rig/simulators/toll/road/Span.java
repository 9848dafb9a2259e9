// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.road;

/** A stretch along the lane, in metres. */
public record Span(double fromM, double toM) {

  public double lengthM() {
    return toM - fromM;
  }

  /** How much of it another one covers. */
  double coveredM(double fromOtherM, double toOtherM) {
    return Math.max(0, Math.min(toM, toOtherM) - Math.max(fromM, fromOtherM));
  }
}
