// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;

/**
 * A lamp of a vehicle on the road.
 *
 * @param m the place of the road below it, in metres
 * @param pxPerM of the picture there, across the line of sight
 */
record Lamp(Spot spot, Point m, double pxPerM) {

  /**
   * Head lamps of cars are 0.5 to 1.2 m high by UN Regulation 48 (6.2.4), those of motorcycles the
   * same by Regulation 53, tail lamps 0.35 to 1.5 m; most are about here.
   */
  static final double HEIGHT_M = 0.75;

  double widthM() {
    return spot.w() / pxPerM;
  }
}
