// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HullTest {

  private static final int ROWS = 24;

  private final Hull hull = new Hull(ROWS);

  @Test
  void isTheAreaOfTheHullOfAllCorners() {
    Random random = new Random(4711);
    for (int i = 0; i < 500; i++) {
      double[] left = new double[ROWS];
      double[] right = new double[ROWS];
      for (int y = 0; y < ROWS; y++) {
        boolean empty = random.nextInt(4) == 0;
        left[y] = empty ? Double.NaN : random.nextInt(30);
        right[y] = empty ? Double.NaN : left[y] + 1 + random.nextInt(30);
      }
      int from = random.nextInt(ROWS);
      int to = from + random.nextInt(ROWS + 1 - from);
      assertThat(hull.area(left, right, from, to))
          .isCloseTo(area(wrapped(corners(left, right, from, to))), within(1e-9));
    }
  }

  @Test
  void nothingHasNoArea() {
    double[] none = new double[ROWS];
    Arrays.fill(none, Double.NaN);
    assertThat(hull.area(none, none, 0, ROWS)).isZero();
  }

  private static List<Point> corners(double[] left, double[] right, int from, int to) {
    List<Point> corners = new ArrayList<>();
    for (int y = from; y < to; y++) {
      if (!Double.isNaN(left[y])) {
        for (double x : new double[] {left[y], right[y]}) {
          corners.add(new Point(x, y));
          corners.add(new Point(x, y + 1.0));
        }
      }
    }
    return corners;
  }

  /** Wraps a string around them: from each the next one is that with all others on one side. */
  private static List<Point> wrapped(List<Point> points) {
    List<Point> around = new ArrayList<>();
    if (points.isEmpty()) {
      return around;
    }
    Point first =
        points.stream()
            .min(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
            .orElseThrow();
    Point at = first;
    do {
      around.add(at);
      Point next = at;
      for (Point point : points) {
        double turn = turn(at, next, point);
        boolean farther = turn == 0 && at.distance(point) > at.distance(next);
        if (next.equals(at) || turn > 0 || farther) {
          next = point;
        }
      }
      at = next;
    } while (!at.equals(first));
    return around;
  }

  private static double turn(Point at, Point a, Point b) {
    return (a.x() - at.x()) * (b.y() - at.y()) - (a.y() - at.y()) * (b.x() - at.x());
  }

  private static double area(List<Point> around) {
    double twice = 0;
    for (int i = 0; i < around.size(); i++) {
      Point a = around.get(i);
      Point b = around.get((i + 1) % around.size());
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return Math.abs(twice) / 2;
  }
}
