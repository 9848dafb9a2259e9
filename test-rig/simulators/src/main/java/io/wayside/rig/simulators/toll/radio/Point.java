// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.radio;

/**
 * A place: metres along the lanes (forwards, 0 where the arming loops begin), across them (to the
 * left), and above the road.
 */
public record Point(double xM, double yM, double zM) {

  public double distanceM(Point other) {
    double dx = xM - other.xM;
    double dy = yM - other.yM;
    double dz = zM - other.zM;
    return Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** As the road reflects it. */
  public Point mirroredInRoad() {
    return new Point(xM, yM, -zM);
  }
}
