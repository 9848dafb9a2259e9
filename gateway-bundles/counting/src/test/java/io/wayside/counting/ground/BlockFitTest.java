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

/** Blocks that ride before a pinhole camera: the camera draws them, corner by corner. */
class BlockFitTest {

  private static final double HZ = 15;
  private static final int PICTURES = 24;

  /** Where it rides, and what it is. */
  private record Truth(Pinhole camera, Point middle, Point mps, double l, double w, double h) {

    static Truth some(Random random) {
      double speed = 4 + 12 * random.nextDouble();
      double turn = Math.toRadians(-15 + 30 * random.nextDouble());
      double sign = random.nextBoolean() ? 1 : -1;
      boolean lorry = random.nextInt(4) == 0;
      return new Truth(
          Pinhole.some(random),
          new Point(-3 + 6 * random.nextDouble(), 17 + 4 * random.nextDouble()),
          new Point(speed * Math.sin(turn), sign * speed * Math.cos(turn)),
          lorry ? 9.5 : 4.3,
          lorry ? 2.5 : 1.75,
          lorry ? 3.2 : 1.5);
    }

    Box at(double s) {
      double speed = Math.hypot(mps.x(), mps.y());
      double fx = mps.x() / speed;
      double fy = mps.y() / speed;
      double left = 1e9;
      double top = 1e9;
      double right = -1e9;
      double bottom = -1e9;
      for (int corner = 0; corner < 8; corner++) {
        double along = ((corner & 1) == 0 ? -0.5 : 0.5) * l;
        double across = ((corner & 2) == 0 ? -0.5 : 0.5) * w;
        Point px =
            camera.sees(
                middle.x() + s * mps.x() + along * fx - across * fy,
                middle.y() + s * mps.y() + along * fy + across * fx,
                (corner & 4) == 0 ? 0 : h);
        left = Math.min(left, px.x());
        top = Math.min(top, px.y());
        right = Math.max(right, px.x());
        bottom = Math.max(bottom, px.y());
      }
      return new Box(left, top, right - left, bottom - top);
    }

    /** In a picture that is too small for all of it. */
    Outline cut(double s) {
      Box all = at(s);
      double x = Math.max(0, all.x());
      double y = Math.max(0, all.y());
      double right = Math.min(camera.widthPx(), all.right());
      double bottom = Math.min(camera.highPx(), all.bottom());
      return Outline.within(
          camera.widthPx(), camera.highPx(), 0.5, s, new Box(x, y, right - x, bottom - y));
    }

    boolean isInPicture(double s) {
      Box box = at(s);
      return box.right() > 30
          && box.x() < camera.widthPx() - 30
          && box.bottom() > 30
          && box.y() < camera.highPx() - 30;
    }

    RidingBlock guess(Random random) {
      return new RidingBlock(
          new Point(middle.x() + random.nextGaussian(), middle.y() + random.nextGaussian()),
          new Point(
              mps.x() + 0.5 * random.nextGaussian(), mps.y() * (1 + 0.15 * random.nextGaussian())),
          new Body(Kind.LIGHT, 1.1 * l, 0.95 * w, 1.05 * h));
    }

    double speed() {
      return Math.hypot(mps.x(), mps.y());
    }
  }

  private static CameraView view(Pinhole camera) {
    List<Ground.Pair> pairs = new ArrayList<>();
    for (double[] m : new double[][] {{-4, 9}, {4, 9}, {4, 25}, {-4, 25}}) {
      pairs.add(new Ground.Pair(camera.sees(m[0], m[1], 0), new Point(m[0], m[1])));
    }
    return new CameraView(Ground.of(pairs), camera.widthPx(), camera.highPx());
  }

  /** One that is in the picture for long enough. */
  private static Truth truth(Random random) {
    Truth truth = Truth.some(random);
    while (seen(truth).size() < 12) {
      truth = Truth.some(random);
    }
    return truth;
  }

  private static List<Outline> seen(Truth truth) {
    List<Outline> seen = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      double s = (i - PICTURES / 2) / HZ;
      if (truth.isInPicture(s)) {
        seen.add(truth.cut(s));
      }
    }
    return seen;
  }

  private static Box noisy(Box box, double px, Random random) {
    return new Box(
        box.x() + px * random.nextGaussian(),
        box.y() + px * random.nextGaussian(),
        box.w() + px * random.nextGaussian(),
        box.h() + px * random.nextGaussian());
  }

  private static Outline of(Outline outline, Box box) {
    return new Outline(
        outline.atS(), box, outline.left(), outline.top(), outline.right(), outline.bottom());
  }

  @Test
  void whatIsDrawnExactlyIsFoundExactlyAlsoWhereThePictureCutsIt() {
    Random random = new Random(1);
    for (int i = 0; i < 200; i++) {
      Truth truth = truth(random);
      List<Outline> seen = seen(truth);
      BlockFit fit = BlockFit.of(seen, truth.guess(random), view(truth.camera())).orElseThrow();
      assertThat(fit.block().speedMps())
          .as("trial %d", i)
          .isCloseTo(truth.speed(), within(0.02 * truth.speed()));
    }
  }

  @Test
  void outlinesOfPartsDoNotTurnItAndTheErrorSaysHowFarItIsOff() {
    Random random = new Random(2);
    int told = 0;
    int near = 0;
    int within = 0;
    for (int i = 0; i < 300; i++) {
      Truth truth = truth(random);
      List<Outline> seen = new ArrayList<>();
      int from = random.nextInt(12);
      List<Outline> all = seen(truth);
      for (int k = 0; k < all.size(); k++) {
        Box box = noisy(all.get(k).box(), 1, random);
        boolean half = k >= from && k < from + 5;
        seen.add(of(all.get(k), half ? new Box(box.x(), box.y(), box.w(), 0.5 * box.h()) : box));
      }
      BlockFit fit = BlockFit.of(seen, truth.guess(random), view(truth.camera())).orElseThrow();
      double off = Math.abs(fit.block().speedMps() / truth.speed() - 1);
      if (fit.speedError() < 0.03) {
        told++;
        near += off < 0.06 ? 1 : 0;
      }
      within += off < 3 * fit.speedError() ? 1 : 0;
    }
    assertThat(told).isGreaterThan(200);
    assertThat(near).isGreaterThan((int) (0.95 * told));
    assertThat(within).isGreaterThan(270);
  }

  @Test
  void outlinesThatLeaveItOpenHaveALargeError() {
    Random random = new Random(3);
    int open = 0;
    for (int i = 0; i < 100; i++) {
      Truth truth = truth(random);
      List<Outline> seen =
          seen(truth).stream().map(one -> of(one, noisy(one.box(), 25, random))).toList();
      open +=
          BlockFit.of(seen, truth.guess(random), view(truth.camera()))
                  .filter(fit -> fit.speedError() < 0.03)
                  .isEmpty()
              ? 1
              : 0;
    }
    assertThat(open).isGreaterThan(95);
  }

  @Test
  void threeOutlinesAreTooFew() {
    Random random = new Random(4);
    Truth truth = truth(random);
    assertThat(BlockFit.of(seen(truth).subList(0, 3), truth.guess(random), view(truth.camera())))
        .isEmpty();
  }
}
