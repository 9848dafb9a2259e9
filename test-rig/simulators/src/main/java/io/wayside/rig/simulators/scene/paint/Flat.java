// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.view.PinholeCamera;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A face as it lies on the canvas, at the beginning and at the end of the exposure. */
final class Flat {

  private static final double LEAST_DEPTH_M = 0.3;

  private final double[] x0;
  private final double[] y0;
  private final double[] x1;
  private final double[] y1;
  private final double[] nearness;
  private final double[] shade;

  private Flat(int count) {
    this.x0 = new double[count];
    this.y0 = new double[count];
    this.x1 = new double[count];
    this.y1 = new double[count];
    this.nearness = new double[count];
    this.shade = new double[count];
  }

  int count() {
    return x0.length;
  }

  /** To the right at the beginning of the exposure, of each corner. */
  double[] x0() {
    return x0;
  }

  double[] y0() {
    return y0;
  }

  /** At its end. */
  double[] x1() {
    return x1;
  }

  double[] y1() {
    return y1;
  }

  /** One over the depth of each corner. */
  double[] nearness() {
    return nearness;
  }

  /** How much each corner is lit beside the face's own light. */
  double[] shade() {
    return shade;
  }

  /** A camera made ready for many points. */
  static final class Projector {
    private final Vec place;
    private final Vec right;
    private final Vec down;
    private final Vec forward;
    private final double focal;
    private final double middleX;
    private final double middleY;

    Projector(PinholeCamera camera) {
      this.place = camera.place();
      this.right = camera.right();
      this.down = camera.down();
      this.forward = camera.forward();
      this.focal = camera.focalPx();
      this.middleX = camera.widthPx() / 2.0;
      this.middleY = camera.heightPx() / 2.0;
    }

    private Vec inCamera(Vec direction) {
      return new Vec(direction.dot(right), direction.dot(down), direction.dot(forward));
    }

    Vec place() {
      return place;
    }

    /**
     * A face on the canvas; none if it is behind the camera.
     *
     * @param moved way that the face goes during the exposure
     */
    Optional<Flat> flat(List<Vec> corners, List<Double> shades, Vec moved) {
      List<Vec> seen = new ArrayList<>();
      List<Double> light = new ArrayList<>();
      for (int i = 0; i < corners.size(); i++) {
        int next = (i + 1) % corners.size();
        Vec here = inCamera(corners.get(i).minus(place));
        Vec there = inCamera(corners.get(next).minus(place));
        if (here.z() >= PinholeCamera.NEAREST_M) {
          seen.add(here);
          light.add(shades.get(i));
        }
        if (here.z() >= PinholeCamera.NEAREST_M != there.z() >= PinholeCamera.NEAREST_M) {
          double t = (PinholeCamera.NEAREST_M - here.z()) / (there.z() - here.z());
          seen.add(here.plus(there.minus(here).times(t)));
          light.add(shades.get(i) + t * (shades.get(next) - shades.get(i)));
        }
      }
      return seen.size() < 3 ? Optional.empty() : Optional.of(projected(seen, light, moved));
    }

    private Flat projected(List<Vec> seen, List<Double> light, Vec moved) {
      int n = seen.size();
      Flat flat = new Flat(n);
      Vec half = inCamera(moved).times(0.5);
      for (int i = 0; i < n; i++) {
        Vec before = seen.get(i).minus(half);
        Vec after = seen.get(i).plus(half);
        double depth0 = Math.max(LEAST_DEPTH_M, before.z());
        double depth1 = Math.max(LEAST_DEPTH_M, after.z());
        flat.x0[i] = middleX + focal * before.x() / depth0;
        flat.y0[i] = middleY + focal * before.y() / depth0;
        flat.x1[i] = middleX + focal * after.x() / depth1;
        flat.y1[i] = middleY + focal * after.y() / depth1;
        flat.nearness[i] = 1 / seen.get(i).z();
        flat.shade[i] = light.get(i);
      }
      return flat;
    }
  }

  /** Whether its corners run clockwise on the canvas, whose y points down: its outside is seen. */
  boolean isSeen() {
    double area = 0;
    for (int i = 0; i < x0.length; i++) {
      int next = (i + 1) % x0.length;
      area += x0[i] * y0[next] - x0[next] * y0[i];
    }
    return area < 0;
  }
}
