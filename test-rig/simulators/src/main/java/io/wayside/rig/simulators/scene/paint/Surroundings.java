// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.view.PinholeCamera;
import io.wayside.rig.simulators.scene.view.Pixel;
import io.wayside.rig.simulators.scene.view.Vec;

/** All that stands still, pixel by pixel: what it sends back of which light, and where it is. */
final class Surroundings {

  private static final int SAMPLES = 3;
  private static final double FARTHEST_M = 220;
  private static final double TRUNK_HALF_M = 0.16;
  private static final double POST_EVERY_M = 28;
  private static final double POST_M = 9;

  final int width;
  final int height;
  final float[] red;
  final float[] green;
  final float[] blue;

  /** Share of the sun's light that a pixel gets when nothing stands before it. */
  final float[] sunny;

  /** Of the street lamps. */
  final float[] street;

  /** Where on the ground; not a number where something else is seen. */
  final float[] groundX;

  final float[] groundY;

  /** How much it sways, 0 to 1. */
  final float[] sway;

  /** Metres to what stands before the road; endless elsewhere. */
  final float[] coverM;

  /** Share of light that haze takes. */
  final float[] haze;

  private final RoadPlan road;
  private final Light light;
  private final GroundPaint ground;
  private final Noise leaves;

  Surroundings(PinholeCamera camera, RoadPlan road, Light light, long seed) {
    this.width = camera.widthPx();
    this.height = camera.heightPx();
    int n = width * height;
    this.red = new float[n];
    this.green = new float[n];
    this.blue = new float[n];
    this.sunny = new float[n];
    this.street = new float[n];
    this.groundX = new float[n];
    this.groundY = new float[n];
    this.sway = new float[n];
    this.coverM = new float[n];
    this.haze = new float[n];
    this.road = road;
    this.light = light;
    this.ground = new GroundPaint(road, seed);
    this.leaves = new Noise(seed + 1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixel(camera, x, y);
      }
    }
  }

  private void pixel(PinholeCamera camera, int x, int y) {
    int i = y * width + x;
    coverM[i] = Float.POSITIVE_INFINITY;
    groundX[i] = Float.NaN;
    groundY[i] = Float.NaN;
    float share = 1f / (float) (SAMPLES * SAMPLES);
    for (int k = 0; k < SAMPLES * SAMPLES; k++) {
      double dx = (k % SAMPLES + 0.5) / SAMPLES - 0.5;
      double dy = (Math.floorDiv(k, SAMPLES) + 0.5) / SAMPLES - 0.5;
      Vec ray = camera.ray(new Pixel(x + dx, y + dy));
      boolean middle = k == SAMPLES * SAMPLES / 2;
      double[] seen = tree(camera.place(), ray, i);
      if (seen.length == 0) {
        seen = far(camera.place(), ray, i, middle);
      }
      red[i] += share * (float) seen[0];
      green[i] += share * (float) seen[1];
      blue[i] += share * (float) seen[2];
      sunny[i] += share * (float) seen[3];
    }
  }

  /** Ground, or haze where there is none: red, green, blue, share of the sun. */
  private double[] far(Vec eye, Vec ray, int i, boolean middle) {
    double reach = ray.z() < 0 ? -eye.z() / ray.z() : Double.POSITIVE_INFINITY;
    if (reach * ray.length() > FARTHEST_M) {
      haze[i] = 0.6f;
      double town = 0.18 + 0.1 * leaves.octaves(ray.x() * 30, ray.z() * 60, 3);
      return new double[] {town, town, town * 1.05, 0.5};
    }
    Vec place = eye.plus(ray.times(reach));
    if (middle) {
      groundX[i] = (float) place.x();
      groundY[i] = (float) place.y();
      haze[i] = (float) (1 - Math.exp(-light.hazePerM() * reach * ray.length()));
      street[i] = (float) streetLight(place);
    }
    double[] colour = ground.at(place.x(), place.y());
    double dark = ground.isRoad(place.x()) ? 1 - 0.55 * light.wetness() : 1 - 0.3 * light.wetness();
    return new double[] {
      colour[0] * dark, colour[1] * dark, colour[2] * dark, Math.max(0, light.sun().z())
    };
  }

  /** Of the nearest tree that a ray hits; nothing if none. */
  private double[] tree(Vec eye, Vec ray, int i) {
    double nearest = Double.POSITIVE_INFINITY;
    double[] seen = {};
    for (RoadPlan.Tree tree : road.trees()) {
      Vec middle = new Vec(tree.xM(), tree.yM(), tree.crownZM());
      double crown = crown(eye, ray, middle, tree.crownRadiusM());
      if (crown < nearest) {
        nearest = crown;
        seen = leaf(eye.plus(ray.times(crown)), middle);
        sway[i] = 1;
      }
      double reach = (tree.yM() - eye.y()) / ray.y();
      Vec at = eye.plus(ray.times(reach));
      boolean trunk =
          reach > 0
              && Math.abs(at.x() - tree.xM()) < TRUNK_HALF_M
              && at.z() > 0
              && at.z() < tree.crownZM();
      if (trunk && reach < nearest) {
        nearest = reach;
        double bark = 0.06 + 0.06 * leaves.at(at.z() * 9, at.x() * 40);
        seen = new double[] {bark * 1.1, bark, bark * 0.8, 0.4};
      }
    }
    if (seen.length > 0) {
      coverM[i] = (float) Math.min(coverM[i], nearest);
    }
    return seen;
  }

  /** How far along a ray a crown begins; its outline is ragged. */
  private double crown(Vec eye, Vec ray, Vec middle, double radius) {
    Vec to = eye.minus(middle);
    double a = ray.dot(ray);
    double b = ray.dot(to);
    double nearest = to.minus(ray.times(b / a)).length() / radius;
    if (nearest > 1.1) {
      return Double.POSITIVE_INFINITY;
    }
    Vec closest = eye.minus(ray.times(b / a));
    double ragged = leaves.octaves(closest.x() * 2.5 + closest.y(), closest.z() * 2.5, 3);
    if (nearest > 0.6 + 0.5 * ragged) {
      return Double.POSITIVE_INFINITY;
    }
    double c = to.dot(to) - radius * radius * 1.21;
    double root = b * b - a * c;
    double reach = root <= 0 ? -b / a : (-b - Math.sqrt(root)) / a;
    return reach > 0 ? reach : Double.POSITIVE_INFINITY;
  }

  private double[] leaf(Vec at, Vec middle) {
    Vec normal = at.minus(middle).unit();
    double clump = leaves.octaves(at.x() * 3 + at.y() * 2, at.z() * 3, 4);
    double lit = 0.25 + 0.75 * Math.max(0, normal.dot(light.sun()));
    double level = 0.03 + 0.09 * clump;
    return new double[] {level * 0.75, level * 1.2, level * 0.35, lit * clump};
  }

  private double streetLight(Vec place) {
    double sum = 0;
    double post = road.leftM() - 1;
    for (int k = -1; k < 6; k++) {
      double dx = place.x() - post;
      double dy = place.y() - (6 + k * POST_EVERY_M);
      double square = dx * dx + dy * dy + POST_M * POST_M;
      sum += POST_M * POST_M * POST_M / (square * Math.sqrt(square));
    }
    return sum;
  }

  /** Of the street lamps at a place on the road. */
  double streetAt(double x, double y) {
    return streetLight(new Vec(x, y, 0));
  }
}
