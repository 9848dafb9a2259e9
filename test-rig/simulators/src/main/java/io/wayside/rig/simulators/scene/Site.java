// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene;

import io.wayside.rig.simulators.scene.paint.RoadPlan;
import io.wayside.rig.simulators.scene.traffic.CountLine;
import io.wayside.rig.simulators.scene.view.PinholeCamera;
import io.wayside.rig.simulators.scene.view.Pixel;
import io.wayside.rig.simulators.scene.view.Vec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A road and the camera over it, each seed another.
 *
 * @param lines where is counted
 */
record Site(PinholeCamera camera, RoadPlan road, List<CountLine> lines) {

  private static final double BESIDE_ROAD_M = 0.25;
  private static final double MARGIN_PX_OF_640 = 6;
  private static final double SECOND_LINE_M = 7;

  /** A camera above the road that looks along it. */
  static Site overhead(RoadPlan road, Shot shot, int lines, Random random) {
    double middle = (road.leftM() + road.rightM()) / 2;
    Vec place = new Vec(middle + spread(random, 2), 0, 7.4 + spread(random, 0.9));
    PinholeCamera camera =
        new PinholeCamera(
            place,
            Math.toRadians(spread(random, 4)) - (place.x() - middle) / 22,
            Math.toRadians(23 + spread(random, 2.5)),
            shot.widthPx() * (0.95 + spread(random, 0.08)),
            shot.widthPx(),
            shot.heightPx());
    return new Site(camera, road, lines(camera, road, lines, 1.5 + 4 * random.nextDouble()));
  }

  /** A camera on a pole beside the road that looks across it. */
  static Site beside(RoadPlan road, Shot shot, int lines, Random random) {
    Vec place = new Vec(road.rightM() + 2.6, 0, 8.2 + spread(random, 0.6));
    PinholeCamera camera =
        new PinholeCamera(
            place,
            Math.toRadians(-28 + spread(random, 5)),
            Math.toRadians(22 + spread(random, 2)),
            shot.widthPx() * (0.82 + spread(random, 0.05)),
            shot.widthPx(),
            shot.heightPx());
    return new Site(camera, road, lines(camera, road, lines, 1 + 2 * random.nextDouble()));
  }

  private static double spread(Random random, double half) {
    return half * (2 * random.nextDouble() - 1);
  }

  /** The first place where a whole line fits into the picture, and some metres on. */
  private static List<CountLine> lines(
      PinholeCamera camera, RoadPlan road, int count, double beyondM) {
    double from = road.leftM() - BESIDE_ROAD_M;
    double to = road.rightM() + BESIDE_ROAD_M;
    double y = 5;
    while (!fits(camera, from, y - 1) || !fits(camera, to, y - 1)) {
      y += 0.25;
      if (y > 80) {
        throw new IllegalStateException("no line across the road fits into the picture");
      }
    }
    List<CountLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(
          new CountLine(
              String.valueOf((char) ('A' + i)), y + beyondM + SECOND_LINE_M * i, from, to));
    }
    return lines;
  }

  private static boolean fits(PinholeCamera camera, double x, double y) {
    Optional<Pixel> seen = camera.project(new Vec(x, y, 0));
    double margin = MARGIN_PX_OF_640 * camera.widthPx() / 640;
    return seen.isPresent()
        && seen.get().x() > margin
        && seen.get().x() < camera.widthPx() - margin
        && seen.get().y() > margin
        && seen.get().y() < camera.heightPx() - 4 * margin;
  }
}
