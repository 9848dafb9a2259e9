// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.vision.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The plane of the road against a pinhole camera that is reckoned here ray by ray. */
class GroundTest {

  private static final Offset<Double> HAIR = within(1e-6);

  private static List<Ground.Pair> seen(Pinhole camera, Point... road) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (Point m : road) {
      pairs.add(new Ground.Pair(camera.sees(m.x(), m.y(), 0), m));
    }
    return pairs;
  }

  private static Point[] corners(Random random) {
    double near = 8 + 4 * random.nextDouble();
    double far = near + 5 + 20 * random.nextDouble();
    double left = -6 + 2 * random.nextDouble();
    double right = 3 + 4 * random.nextDouble();
    return new Point[] {
      new Point(left, near), new Point(right, near), new Point(right, far), new Point(left, far)
    };
  }

  @Test
  void everyPointOfTheRoadIsFoundWhereTheCameraSawIt() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Pinhole camera = Pinhole.some(random);
      Ground ground = Ground.of(seen(camera, corners(random)));
      for (int k = 0; k < 10; k++) {
        Point m = new Point(-8 + 16 * random.nextDouble(), 7 + 40 * random.nextDouble());
        Point px = camera.sees(m.x(), m.y(), 0);
        Point found = ground.onRoad(px).orElseThrow();
        assertThat(found.distance(m)).isCloseTo(0, HAIR);
        assertThat(ground.inPicture(m).distance(px)).isCloseTo(0, HAIR);
      }
    }
  }

  @Test
  void whatIsAboveTheHorizonIsNowhere() {
    Random random = new Random(2);
    for (int i = 0; i < 100; i++) {
      Pinhole camera = Pinhole.some(random);
      Ground ground = Ground.of(seen(camera, corners(random)));
      assertThat(ground.onRoad(camera.sees(0, 1e7, 0).scaled(1, 1))).isPresent();
      Point high = camera.sees(0, 100, camera.heightM() + 5);
      assertThat(ground.onRoad(high)).isEmpty();
    }
  }

  @Test
  void morePointsThanFourEvenTheirFaultsOut() {
    Random random = new Random(3);
    double four = 0;
    double twelve = 0;
    for (int i = 0; i < 200; i++) {
      Pinhole camera = Pinhole.some(random);
      List<Ground.Pair> all = new ArrayList<>();
      for (int k = 0; k < 3; k++) {
        for (Ground.Pair pair : seen(camera, corners(new Random(9)))) {
          Point off =
              new Point(
                  pair.px().x() + random.nextGaussian(), pair.px().y() + random.nextGaussian());
          all.add(new Ground.Pair(off, pair.m()));
        }
      }
      Point m = new Point(0, 14);
      Point px = camera.sees(0, 14, 0);
      four += Ground.of(all.subList(0, 4)).onRoad(px).orElseThrow().distance(m);
      twelve += Ground.of(all).onRoad(px).orElseThrow().distance(m);
    }
    assertThat(twelve).isLessThan(0.75 * four);
  }

  @Test
  void aSmallerPictureShowsTheSameRoad() {
    Random random = new Random(4);
    Pinhole camera = Pinhole.some(random);
    Ground ground = Ground.of(seen(camera, corners(random)));
    Ground half = ground.scaled(0.5, 0.25);
    Point px = camera.sees(1, 15, 0);
    assertThat(half.onRoad(px.scaled(0.5, 0.25)).orElseThrow().distance(new Point(1, 15)))
        .isCloseTo(0, HAIR);
  }

  @Test
  void pointsThatFixNoPlaneAreRefusedWithWhatToDo() {
    Pinhole camera = Pinhole.some(new Random(5));
    assertThatThrownBy(() -> Ground.of(seen(camera, new Point(0, 10), new Point(1, 10))))
        .hasMessageContaining("give four");
    Point[] line = {new Point(0, 10), new Point(0, 12), new Point(0, 14), new Point(3, 14)};
    assertThatThrownBy(() -> Ground.of(seen(camera, line))).hasMessageContaining("one line");
    Point one = new Point(0, 10);
    assertThatThrownBy(() -> Ground.of(seen(camera, one, one, one, one)))
        .hasMessageContaining("apart");
  }

  @Test
  void pointsInAnotherOrderInThePictureThanOnTheRoadAreRefused() {
    Point[] px = {new Point(0, 0), new Point(100, 0), new Point(100, 130), new Point(0, 90)};
    Point[] m = {new Point(0, 0), new Point(1, 0), new Point(0, 1), new Point(1, 1)};
    List<Ground.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      pairs.add(new Ground.Pair(px[i], m[i]));
    }
    assertThatThrownBy(() -> Ground.of(pairs)).hasMessageContaining("same order");
  }
}
