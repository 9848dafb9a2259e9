// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

/** How far something is from where it should be, in metres to the east and to the north. */
public record Offset(double eastM, double northM) {

  public double distanceM() {
    return Math.hypot(eastM, northM);
  }

  /** Which way it lies, in degrees from true north, 0 to 360. */
  public double bearingDeg() {
    double degrees = Math.toDegrees(Math.atan2(eastM, northM));
    return degrees < 0 ? degrees + 360 : degrees;
  }

  /** From the other to this. */
  public Offset from(Offset other) {
    return new Offset(eastM - other.eastM, northM - other.northM);
  }
}
