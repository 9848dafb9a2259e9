// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.CountingLine.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The same traffic seen otherwise is the same traffic: mirrored, turned, larger or backwards in
 * time, as many cross, at the times and to the sides that follow from it.
 */
class TransformedTest {

  private static final double HZ = 25;
  private static final double SECONDS = 9;
  private static final int W = 320;
  private static final int H = 180;
  private static final Point FROM = new Point(20, 100);
  private static final Point TO = new Point(300, 100);

  /** One that goes down the picture, or up it. */
  private record Car(double x, double atS, double pxPerS, double w, double h) {

    Box box(double t) {
      double y = pxPerS > 0 ? -h + pxPerS * (t - atS) : H + pxPerS * (t - atS);
      return new Box(x, y, w, h);
    }
  }

  private static final List<Car> CARS =
      List.of(
          new Car(40, 0.2, 70, 30, 24),
          new Car(120, 1.0, 80, 28, 26),
          new Car(42, 2.2, 75, 30, 25),
          new Car(200, 2.4, -65, 32, 24),
          new Car(118, 3.4, 78, 30, 26),
          new Car(204, 4.2, -70, 28, 24),
          new Car(60, 4.6, 72, 31, 27));

  private record Crossed(Side to, double atS) {}

  private static List<Crossed> counted(
      int width, int height, UnaryOperator<Point> seen, boolean backwards) {
    CountingLine line = new CountingLine("A", seen.apply(FROM), seen.apply(TO));
    LineCounter counter = new LineCounter(List.of(line), width, height, false);
    List<Counted> counted = new ArrayList<>();
    for (int i = 0; i < SECONDS * HZ; i++) {
      double t = i / HZ;
      Blobs picture = new Blobs(width, height);
      for (Car car : CARS) {
        Box box = car.box(backwards ? SECONDS - t : t);
        Point a = seen.apply(new Point(box.x(), box.y()));
        Point b = seen.apply(new Point(box.right(), box.bottom()));
        picture.fill(
            Math.min(a.x(), b.x()),
            Math.min(a.y(), b.y()),
            Math.abs(a.x() - b.x()),
            Math.abs(a.y() - b.y()));
      }
      counted.addAll(counter.see(picture.all(), picture, t));
    }
    counted.addAll(counter.rest());
    return counted.stream().map(one -> new Crossed(one.to(), one.atS())).toList();
  }

  /** By the drawing: when the middle of each is on the line. */
  private static List<Crossed> truth(boolean mirrored, boolean backwards) {
    return CARS.stream()
        .map(
            car -> {
              double way = car.pxPerS() > 0 ? 100 + car.h() / 2 : 100 - H - car.h() / 2;
              double atS = car.atS() + way / car.pxPerS();
              boolean right = car.pxPerS() > 0 == (mirrored == backwards);
              return new Crossed(right ? Side.RIGHT : Side.LEFT, backwards ? SECONDS - atS : atS);
            })
        .toList();
  }

  private static void isSame(List<Crossed> counted, List<Crossed> truth) {
    assertThat(counted).hasSameSizeAs(truth);
    for (Crossed one : truth) {
      assertThat(counted)
          .anyMatch(it -> it.to() == one.to() && Math.abs(it.atS() - one.atS()) < 0.2);
    }
  }

  @Test
  void asItIs() {
    isSame(counted(W, H, p -> p, false), truth(false, false));
  }

  @Test
  void mirroredAndUpsideDown() {
    isSame(counted(W, H, p -> new Point(W - p.x(), p.y()), false), truth(true, false));
    isSame(counted(W, H, p -> new Point(p.x(), H - p.y()), false), truth(true, false));
    isSame(counted(W, H, p -> new Point(W - p.x(), H - p.y()), false), truth(false, false));
  }

  @Test
  void turnedOnItsSide() {
    isSame(counted(H, W, p -> new Point(H - p.y(), p.x()), false), truth(false, false));
    isSame(counted(H, W, p -> new Point(p.y(), p.x()), false), truth(true, false));
  }

  @Test
  void backwards() {
    isSame(counted(W, H, p -> p, true), truth(false, true));
  }

  @Test
  void largerAndSmaller() {
    for (double k : new double[] {0.7, 1.5, 2}) {
      isSame(
          counted((int) (k * W), (int) (k * H), p -> new Point(k * p.x(), k * p.y()), false),
          truth(false, false));
    }
  }
}
