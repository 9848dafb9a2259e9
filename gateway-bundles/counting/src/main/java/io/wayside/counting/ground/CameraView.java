// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;

/**
 * How the camera stands over the road, from the plane alone: square pixels and an optical axis
 * through the middle of the picture give the focal length (Zhang 2000, 3.1), and with it what is
 * above the road is seen too. A camera that looks straight down tells no focal length; then a usual
 * one is taken, and heights hardly matter.
 */
public final class CameraView {

  /** Focal length of a camera whose view is 58 degrees wide, in widths of the picture. */
  private static final double USUAL_FOCAL = 0.9;

  private static final double SHORTEST = 0.35;
  private static final double LONGEST = 8;

  private final double cx;
  private final double cy;
  private final double focal;
  private final double[] r1;
  private final double[] r2;
  private final double[] up;
  private final double[] t;

  /** The view of a picture of this size. */
  public CameraView(Ground ground, double widthPx, double heightPx) {
    cx = widthPx / 2;
    cy = heightPx / 2;
    double[] g = new Matrix3(1, 0, -cx, 0, 1, -cy, 0, 0, 1).times(ground.toPicture()).m();
    focal = focal(g, widthPx);
    double[] a = {g[0] / focal, g[3] / focal, g[6]};
    double[] b = {g[1] / focal, g[4] / focal, g[7]};
    double scale = 2 / (length(a) + length(b));
    r1 = times(a, scale);
    r2 = times(b, scale);
    t = times(new double[] {g[2] / focal, g[5] / focal, g[8]}, scale);
    double[] normal = cross(r1, r2);
    // The camera is above the road, whichever way round the road's axes are.
    up = times(normal, dot(normal, t) < 0 ? 1 : -1);
  }

  private static double focal(double[] g, double widthPx) {
    double a1 = g[0] * g[1] + g[3] * g[4];
    double b1 = g[6] * g[7];
    double a2 = g[0] * g[0] + g[3] * g[3] - g[1] * g[1] - g[4] * g[4];
    double b2 = g[6] * g[6] - g[7] * g[7];
    double inverseSquare = -(a1 * b1 + a2 * b2) / (a1 * a1 + a2 * a2);
    double focal = 1 / Math.sqrt(inverseSquare);
    return focal > SHORTEST * widthPx && focal < LONGEST * widthPx ? focal : USUAL_FOCAL * widthPx;
  }

  private static double length(double... v) {
    return Math.sqrt(dot(v, v));
  }

  private static double dot(double[] a, double[] b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
  }

  private static double[] times(double[] v, double factor) {
    return new double[] {v[0] * factor, v[1] * factor, v[2] * factor};
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** Height of the picture. */
  double highPx() {
    return 2 * cy;
  }

  public double focalPx() {
    return focal;
  }

  /** Height of the camera above the road in metres. */
  public double heightM() {
    return -dot(up, t);
  }

  /** Where a point is seen that is so far above the road. */
  public Point seen(Point m, double heightM) {
    double[] p = new double[3];
    for (int i = 0; i < 3; i++) {
      p[i] = r1[i] * m.x() + r2[i] * m.y() + up[i] * heightM + t[i];
    }
    double depth = Math.max(1e-3, p[2]);
    return new Point(cx + focal * p[0] / depth, cy + focal * p[1] / depth);
  }

  /** What is seen where this place of the road would be, but is so far above the road. */
  public Point above(Point onRoad, double heightM) {
    return below().towards(onRoad, 1 - heightM / heightM());
  }

  /** The place of the road below the camera. */
  public Point below() {
    return new Point(-dot(r1, t), -dot(r2, t));
  }

  /** The box around a body that stands on the road with its middle here and goes that way. */
  public Box outline(Point middle, Point heading, Body body) {
    double size = Math.max(1e-9, Math.hypot(heading.x(), heading.y()));
    double ux = heading.x() / size * body.lengthM() / 2;
    double uy = heading.y() / size * body.lengthM() / 2;
    double vx = -heading.y() / size * body.widthM() / 2;
    double vy = heading.x() / size * body.widthM() / 2;
    double left = Double.MAX_VALUE;
    double top = Double.MAX_VALUE;
    double right = -Double.MAX_VALUE;
    double bottom = -Double.MAX_VALUE;
    for (int corner = 0; corner < 8; corner++) {
      double along = (corner & 1) == 0 ? 1 : -1;
      double across = (corner & 2) == 0 ? 1 : -1;
      Point m =
          new Point(middle.x() + along * ux + across * vx, middle.y() + along * uy + across * vy);
      Point px = seen(m, (corner & 4) == 0 ? 0 : body.heightM());
      left = Math.min(left, px.x());
      right = Math.max(right, px.x());
      top = Math.min(top, px.y());
      bottom = Math.max(bottom, px.y());
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
