// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Point;
import java.util.Random;

/**
 * A camera by elementary geometry, the oracle of this package: it stands over the origin, looks
 * along y, turned and tilted down; square pixels.
 */
public record Pinhole(
    double heightM, double turnRad, double tiltRad, double focalPx, double widthPx, double highPx) {

  /** One as they hang over roads. */
  static Pinhole some(Random random) {
    return new Pinhole(
        5 + 6 * random.nextDouble(),
        Math.toRadians(-20 + 40 * random.nextDouble()),
        Math.toRadians(15 + 25 * random.nextDouble()),
        500 + 300 * random.nextDouble(),
        640,
        360);
  }

  /** Where a point is seen, in metres to the right, ahead and above the road. */
  public Point sees(double right, double ahead, double above) {
    double x = right * Math.cos(turnRad) - ahead * Math.sin(turnRad);
    double forward = right * Math.sin(turnRad) + ahead * Math.cos(turnRad);
    double down = heightM - above;
    double depth = forward * Math.cos(tiltRad) + down * Math.sin(tiltRad);
    double y = down * Math.cos(tiltRad) - forward * Math.sin(tiltRad);
    return new Point(widthPx / 2 + focalPx * x / depth, highPx / 2 + focalPx * y / depth);
  }
}
