// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.ground.CameraView;
import io.wayside.counting.ground.Ground;
import io.wayside.counting.ground.MeasuredRoad;
import io.wayside.counting.ground.Pinhole;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Upright boards that ride towards a pinhole camera: where they will be seen is known. */
class CourseTest {

  private static final double EVERY_S = 1 / 15.0;

  private static MeasuredRoad road(Pinhole camera) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-4, 9}, {4, 9}, {4, 25}, {-4, 25}}) {
      pairs.add(new Ground.Pair(camera.sees(m[0], m[1], 0), new Point(m[0], m[1])));
    }
    Ground ground = Ground.of(pairs);
    return new MeasuredRoad(ground, new CameraView(ground, camera.widthPx(), camera.highPx()));
  }

  /** A board 2 m wide from 0 to 1 m above the road, facing the camera. */
  private static Box board(Pinhole camera, double x, double y) {
    Point middle = camera.sees(x, y, 0.5);
    Point left = camera.sees(x - 1, y, 0.5);
    Point right = camera.sees(x + 1, y, 0.5);
    double high = camera.sees(x, y, 0).y() - camera.sees(x, y, 1).y();
    return Box.around(middle, right.x() - left.x(), high);
  }

  @Test
  void whatRidesEvenlyIsFoundALongWayAheadAndBack() {
    Random random = new Random(1);
    for (int i = 0; i < 100; i++) {
      Pinhole camera = new Pinhole(7.5, 0, Math.toRadians(22), 560, 640, 360);
      double x = -4 + 8 * random.nextDouble();
      double mps = 5 + 8 * random.nextDouble();
      Course course = new Course(road(camera), board(camera, x, 30));
      for (int k = 1; k <= 8; k++) {
        course.follow(board(camera, x, 30 - mps * k * EVERY_S), EVERY_S, 0.5);
      }
      double now = 30 - mps * 8 * EVERY_S;
      for (double dt : new double[] {0.8, -0.6}) {
        Box there = board(camera, x, now - mps * dt);
        Box expected = course.after(board(camera, x, now), dt).orElseThrow();
        assertThat(expected.likeness(there)).isGreaterThan(0.8);
      }
      Box straight =
          board(camera, x, now)
              .moved(
                  0,
                  0.8
                      / EVERY_S
                      * (board(camera, x, now).centre().y()
                          - board(camera, x, now + mps * EVERY_S).centre().y()));
      assertThat(straight.likeness(board(camera, x, now - 0.8 * mps)))
          .isLessThan(
              course
                  .after(board(camera, x, now), 0.8)
                  .orElseThrow()
                  .likeness(board(camera, x, now - 0.8 * mps)));
    }
  }

  @Test
  void aboveTheHorizonThereIsNoRoad() {
    Pinhole camera = new Pinhole(7.5, 0, Math.toRadians(22), 560, 640, 360);
    Box sky = new Box(300, -200, 40, 40);
    assertThat(new Course(road(camera), sky).after(sky, 0.1)).isEmpty();
  }
}
