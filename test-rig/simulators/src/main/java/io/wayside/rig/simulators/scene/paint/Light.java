// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.view.Vec;

/**
 * Where the light comes from. Levels are linear; a white wall under full sun sends back 1.
 *
 * @param sun where the sun stands, one metre long
 * @param sunLevel of the sun on a surface that faces it
 * @param skyLevel of the whole sky on a level surface
 * @param lampsOn whether vehicles have their lamps on
 * @param street of street lamps on the road below them
 * @param wetness of the road, 0 to 1
 * @param rain 0 to 1
 * @param hazePerM share of light lost to haze on each metre
 */
public record Light(
    Vec sun,
    double sunLevel,
    double skyLevel,
    boolean lampsOn,
    double street,
    double wetness,
    double rain,
    double hazePerM) {

  /** A clear day, the sun so many degrees high and so many to the right of the road. */
  public static Light clear(double heightDeg, double bearingDeg) {
    double low = Math.sin(Math.toRadians(heightDeg));
    return new Light(
        towards(heightDeg, bearingDeg), 0.95 * Math.min(1, 0.5 + low), 0.3, false, 0, 0, 0, 0.0008);
  }

  /** A bright day without sun. */
  public static Light overcast() {
    return new Light(towards(60, 30), 0.05, 0.6, false, 0, 0, 0, 0.001);
  }

  /** Rain by day, lamps on. */
  public static Light rainy(double rain) {
    return new Light(towards(60, 30), 0, 0.28, true, 0, 1, rain, 0.004);
  }

  /** Night under street lamps. */
  public static Light night(double street, double wetness) {
    return new Light(towards(60, 30), 0, 0.0012, true, street, wetness, 0, 0.0005);
  }

  public boolean isNight() {
    return skyLevel < 0.01;
  }

  private static Vec towards(double heightDeg, double bearingDeg) {
    double height = Math.toRadians(heightDeg);
    double bearing = Math.toRadians(bearingDeg);
    return new Vec(
        Math.cos(height) * Math.sin(bearing),
        Math.cos(height) * Math.cos(bearing),
        Math.sin(height));
  }
}
