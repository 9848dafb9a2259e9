// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

/**
 * Temperature of sensors and pavement: up by a rate over a range, down again at the same rate, and
 * so on.
 *
 * @param startC at the beginning
 * @param perHourC rate; negative to begin downwards
 * @param rangeC how far it goes before it turns
 */
public record Climate(double startC, double perHourC, double rangeC) {
  private static final double HOUR_S = 3600;

  /** The same all day. */
  public static Climate constant(double celsius) {
    return new Climate(celsius, 0, 0);
  }

  /** Temperature so long after the beginning. */
  public double celsius(double timeS) {
    double way = Math.abs(perHourC) * timeS / HOUR_S;
    if (rangeC <= 0 || way == 0) {
      return startC + Math.signum(perHourC) * way;
    }
    double folded = way % (2 * rangeC);
    double away = folded <= rangeC ? folded : 2 * rangeC - folded;
    return startC + Math.signum(perHourC) * away;
  }
}
