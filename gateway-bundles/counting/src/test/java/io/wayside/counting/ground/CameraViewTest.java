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

/** What stands above the road, from the road alone, against the camera that saw it. */
class CameraViewTest {

  private static Ground ground(Pinhole camera, double mirror) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-4, 9}, {4, 9}, {4, 25}, {-4, 25}}) {
      pairs.add(new Ground.Pair(camera.sees(m[0], m[1], 0), new Point(mirror * m[0], m[1])));
    }
    return Ground.of(pairs);
  }

  private static CameraView view(Pinhole camera, double mirror) {
    return new CameraView(ground(camera, mirror), camera.widthPx(), camera.highPx());
  }

  @Test
  void focalLengthAndHeightOfTheCameraFollowFromThePlane() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Pinhole camera = Pinhole.some(random);
      CameraView view = view(camera, 1);
      assertThat(view.focalPx()).isCloseTo(camera.focalPx(), within(0.01));
      assertThat(view.heightM()).isCloseTo(camera.heightM(), within(0.001));
    }
  }

  @Test
  void whatIsAboveTheRoadIsSeenWhereTheCameraSeesIt() {
    Random random = new Random(2);
    for (int i = 0; i < 500; i++) {
      Pinhole camera = Pinhole.some(random);
      double x = -5 + 10 * random.nextDouble();
      double y = 9 + 30 * random.nextDouble();
      double z = 4 * random.nextDouble();
      Point px = view(camera, 1).seen(new Point(x, y), z);
      assertThat(px.distance(camera.sees(x, y, z))).isLessThan(0.01);
    }
  }

  @Test
  void aRoadWhoseAxesRunTheOtherWayRoundIsStillBelowTheCamera() {
    Random random = new Random(3);
    for (int i = 0; i < 100; i++) {
      Pinhole camera = Pinhole.some(random);
      CameraView view = view(camera, -1);
      assertThat(view.heightM()).isCloseTo(camera.heightM(), within(0.001));
      assertThat(view.seen(new Point(-2, 15), 1.5).distance(camera.sees(2, 15, 1.5)))
          .isLessThan(0.01);
    }
  }

  @Test
  void aCameraThatLooksStraightDownIsGivenAUsualFocalLength() {
    Pinhole down = new Pinhole(8, 0, Math.toRadians(90), 600, 640, 360);
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-2, -2}, {2, -2}, {2, 2}, {-2, 2}}) {
      pairs.add(new Ground.Pair(down.sees(m[0], m[1], 0), new Point(m[0], m[1])));
    }
    CameraView view = new CameraView(Ground.of(pairs), 640, 360);
    assertThat(view.focalPx()).isBetween(300.0, 1000.0);
    assertThat(view.seen(new Point(1, 1), 0).distance(down.sees(1, 1, 0))).isLessThan(0.01);
  }

  /** Box around points that are spread over the whole body. */
  static Box brute(Pinhole camera, Point middle, double headingRad, Body body) {
    double left = 1e9;
    double top = 1e9;
    double right = -1e9;
    double bottom = -1e9;
    for (double a = -0.5; a <= 0.5; a += 0.1) {
      for (double b = -0.5; b <= 0.5; b += 0.1) {
        for (double c = 0; c <= 1; c += 0.5) {
          double along = a * body.lengthM();
          double across = b * body.widthM();
          Point px =
              camera.sees(
                  middle.x() + along * Math.cos(headingRad) - across * Math.sin(headingRad),
                  middle.y() + along * Math.sin(headingRad) + across * Math.cos(headingRad),
                  c * body.heightM());
          left = Math.min(left, px.x());
          right = Math.max(right, px.x());
          top = Math.min(top, px.y());
          bottom = Math.max(bottom, px.y());
        }
      }
    }
    return new Box(left, top, right - left, bottom - top);
  }

  @Test
  void kindAndLengthOfABodyFollowFromItsOutline() {
    Random random = new Random(4);
    int right = 0;
    int all = 0;
    double worst = 0;
    for (int i = 0; i < 150; i++) {
      Pinhole camera = Pinhole.some(random);
      Body body = Body.ALL.get(random.nextInt(Body.ALL.size()));
      double heading = Math.toRadians(60 + 60 * random.nextDouble());
      Point middle = new Point(-3 + 6 * random.nextDouble(), 16 + 8 * random.nextDouble());
      BodyFit fit =
          BodyFit.of(
                  brute(camera, middle, heading, body),
                  new Point(Math.cos(heading), Math.sin(heading)),
                  ground(camera, 1),
                  view(camera, 1))
              .orElseThrow();
      all++;
      right += fit.kind() == body.kind() ? 1 : 0;
      if (fit.kind() == body.kind()) {
        worst = Math.max(worst, Math.abs(fit.body().lengthM() / body.lengthM() - 1));
        assertThat(fit.middle().distance(middle)).isLessThan(0.05 * body.lengthM() + 0.1);
      }
    }
    assertThat(right).isGreaterThan((int) (0.98 * all));
    assertThat(worst).isLessThan(0.1);
  }

  @Test
  void whatIsAsHighAsAHouseIsNoVehicle() {
    Pinhole camera = new Pinhole(7, 0, Math.toRadians(25), 600, 640, 360);
    Body house = new Body(Kind.OTHER, 1, 1, 6);
    Box box = brute(camera, new Point(0, 16), 1.5, house);
    BodyFit fit =
        BodyFit.of(box, new Point(0, 1), ground(camera, 1), view(camera, 1)).orElseThrow();
    assertThat(fit.kind()).isEqualTo(Kind.OTHER);
  }

  @Test
  void confidenceFallsTheLessAnOutlineFits() {
    Pinhole camera = new Pinhole(7, 0, Math.toRadians(25), 600, 640, 360);
    Body car = new Body(Kind.LIGHT, 4.25, 1.75, 1.5);
    Box box = brute(camera, new Point(0, 16), Math.PI / 2, car);
    Box wide = new Box(box.x() - box.w() / 3, box.y(), box.w() * 1.67, box.h());
    Point ahead = new Point(0, 1);
    double clear =
        BodyFit.of(box, ahead, ground(camera, 1), view(camera, 1)).orElseThrow().confidence();
    double odd =
        BodyFit.of(wide, ahead, ground(camera, 1), view(camera, 1)).orElseThrow().confidence();
    assertThat(clear).isGreaterThan(0.8);
    assertThat(odd).isLessThan(clear - 0.2);
  }

  @Test
  void whatStandsAtTheHorizonIsNotJudged() {
    Pinhole camera = new Pinhole(7, 0, Math.toRadians(25), 600, 640, 360);
    Box sky = new Box(300, -150, 20, 20);
    assertThat(BodyFit.of(sky, new Point(0, 1), ground(camera, 1), view(camera, 1))).isEmpty();
  }
}
