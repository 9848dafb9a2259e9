// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.view;

import java.util.Optional;

/**
 * A camera without distortion that looks down on the road.
 *
 * @param place of its lens
 * @param yawRad to the right of the direction of y
 * @param tiltRad below the horizon
 * @param focalPx focal length in pixels of this picture
 * @param widthPx of the picture
 * @param heightPx of the picture
 */
public record PinholeCamera(
    Vec place, double yawRad, double tiltRad, double focalPx, int widthPx, int heightPx) {

  /** What is nearer than this to the plane of the lens is not seen, in metres. */
  public static final double NEAREST_M = 0.5;

  /** Where it looks. */
  public Vec forward() {
    double flat = Math.cos(tiltRad);
    return new Vec(Math.sin(yawRad) * flat, Math.cos(yawRad) * flat, -Math.sin(tiltRad));
  }

  public Vec right() {
    return new Vec(Math.cos(yawRad), -Math.sin(yawRad), 0);
  }

  public Vec down() {
    return forward().cross(right());
  }

  /** Metres before the lens, along the axis. */
  public double depthM(Vec point) {
    return point.minus(place).dot(forward());
  }

  /** Where a point is seen; none when it is not before the lens. It may lie beside the picture. */
  public Optional<Pixel> project(Vec point) {
    Vec ray = point.minus(place);
    double depth = ray.dot(forward());
    if (depth < NEAREST_M) {
      return Optional.empty();
    }
    return Optional.of(
        new Pixel(
            widthPx / 2.0 - 0.5 + focalPx * ray.dot(right()) / depth,
            heightPx / 2.0 - 0.5 + focalPx * ray.dot(down()) / depth));
  }

  /** The direction in which a pixel looks, one metre deep. */
  public Vec ray(Pixel pixel) {
    return forward()
        .plus(right().times((pixel.x() + 0.5 - widthPx / 2.0) / focalPx))
        .plus(down().times((pixel.y() + 0.5 - heightPx / 2.0) / focalPx));
  }

  /** The place on the road that a pixel shows; none at and above the horizon. */
  public Optional<Vec> ground(Pixel pixel) {
    Vec ray = ray(pixel);
    if (ray.z() > -1e-9) {
      return Optional.empty();
    }
    return Optional.of(place.plus(ray.times(-place.z() / ray.z())));
  }

  /** The same camera with more around its picture, on every side. */
  public PinholeCamera withMargin(int pixels) {
    return new PinholeCamera(
        place, yawRad, tiltRad, focalPx, widthPx + 2 * pixels, heightPx + 2 * pixels);
  }
}
