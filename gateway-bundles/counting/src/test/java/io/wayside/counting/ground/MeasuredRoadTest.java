// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Blocks before cameras by elementary geometry: which outline is one vehicle's is known. */
class MeasuredRoadTest {

  private static MeasuredRoad road(Pinhole camera) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-4, 10}, {4, 10}, {4, 28}, {-4, 28}}) {
      pairs.add(new Ground.Pair(camera.sees(m[0], m[1], 0), new Point(m[0], m[1])));
    }
    Ground ground = Ground.of(pairs);
    return new MeasuredRoad(ground, new CameraView(ground, camera.widthPx(), camera.highPx()));
  }

  private static Box block(
      Pinhole camera, double x, double near, double length, double width, double height) {
    double left = 1e9;
    double top = 1e9;
    double right = -1e9;
    double bottom = -1e9;
    for (int corner = 0; corner < 8; corner++) {
      Point px =
          camera.sees(
              x + ((corner & 1) == 0 ? -width / 2 : width / 2),
              near + ((corner & 2) == 0 ? 0 : length),
              (corner & 4) == 0 ? 0 : height);
      left = Math.min(left, px.x());
      top = Math.min(top, px.y());
      right = Math.max(right, px.x());
      bottom = Math.max(bottom, px.y());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  /** How it seems to move when it drives away. */
  private static Point away(Pinhole camera, double x, double near) {
    Point here = camera.sees(x, near, 0);
    Point then = camera.sees(x, near + 0.5, 0);
    return new Point(then.x() - here.x(), then.y() - here.y());
  }

  @Test
  void ridersCarsAndLorriesAreEachOneVehicle() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Pinhole camera = Pinhole.some(random);
      MeasuredRoad road = road(camera);
      double near = 12 + 8 * random.nextDouble();
      double x = -2 + 4 * random.nextDouble();
      Point motion = away(camera, x, near);
      assertThat(road.holdsOne(block(camera, x, near, 1.9, 0.75, 1.6), motion)).isTrue();
      assertThat(road.holdsOne(block(camera, x, near, 4.4, 1.75, 1.5), motion)).isTrue();
      assertThat(road.holdsOne(block(camera, x, near, 9, 2.5, 3.3), motion)).isTrue();
    }
  }

  @Test
  void twoCarsAbreastAreNotOneAndNothingIsWithoutMotion() {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      Pinhole camera = Pinhole.some(random);
      MeasuredRoad road = road(camera);
      double near = 12 + 8 * random.nextDouble();
      Box both = block(camera, -1.7, near, 4.4, 1.75, 1.5);
      both = both.with(block(camera, 1.7, near, 4.4, 1.75, 1.5));
      assertThat(road.holdsOne(both, away(camera, 0, near))).isFalse();
      assertThat(road.holdsOne(block(camera, 0, near, 4.4, 1.75, 1.5), new Point(0, 0))).isFalse();
    }
  }

  @Test
  void distancesAreThoseOfTheRoadAndEndlessAtTheSky() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      Pinhole camera = Pinhole.some(random);
      MeasuredRoad road = road(camera);
      Point a = camera.sees(-1, 12, 0);
      Point b = camera.sees(2, 16, 0);
      assertThat(road.apartM(a, b)).isCloseTo(5, within(1e-3));
      assertThat(road.apartM(a, new Point(320, -5000))).isInfinite();
    }
  }
}
