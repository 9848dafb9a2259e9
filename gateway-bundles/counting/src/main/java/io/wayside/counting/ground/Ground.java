// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.ground;

import io.wayside.counting.vision.Point;
import java.util.List;
import java.util.Optional;

/**
 * The plane of the road, from four or more points whose place is known in the picture and on the
 * road: a homography by direct linear transformation (Hartley and Zisserman, 4.1 and 4.4.4), with
 * points brought to a common centre and size first.
 */
public final class Ground {

  private static final int FEWEST = 4;

  /** Less, and the points lie as good as on one line, measured with their spread as the unit. */
  private static final double LEAST_PIVOT = 1e-6;

  private final Matrix3 toRoad;
  private final Matrix3 toPicture;
  private final List<Pair> given;

  /** A point of the road as seen and as measured. */
  public record Pair(Point px, Point m) {}

  private Ground(Matrix3 toRoad, double sign, List<Pair> given) {
    this.given = List.copyOf(given);
    double[] scaled = toRoad.m().clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= sign;
    }
    this.toRoad = new Matrix3(scaled);
    this.toPicture = this.toRoad.inverse();
  }

  /** Refuses points that fix no plane, with what to do about it. */
  public static Ground of(List<Pair> pairs) {
    if (pairs.size() < FEWEST) {
      throw new IllegalArgumentException(
          "ground: " + pairs.size() + " points fix no plane; give four or more");
    }
    Matrix3 fromPixels = centred(pairs.stream().map(Pair::px).toList());
    Matrix3 fromMetres = centred(pairs.stream().map(Pair::m).toList());
    double[][] equations = new double[8][9];
    for (Pair pair : pairs) {
      Point p = fromPixels.map(pair.px());
      Point m = fromMetres.map(pair.m());
      add(equations, p.x(), p.y(), 1, 0, 0, 0, -p.x() * m.x(), -p.y() * m.x(), m.x());
      add(equations, 0, 0, 0, p.x(), p.y(), 1, -p.x() * m.y(), -p.y() * m.y(), m.y());
    }
    double[] h = solved(equations);
    Matrix3 normal = new Matrix3(h[0], h[1], h[2], h[3], h[4], h[5], h[6], h[7], 1);
    Matrix3 all = fromMetres.inverse().times(normal).times(fromPixels);
    double sign = Math.signum(all.weight(pairs.get(0).px()));
    Ground ground = new Ground(all, sign, pairs);
    for (Pair pair : pairs) {
      if (ground.toRoad.weight(pair.px()) <= 0) {
        throw new IllegalArgumentException(
            "ground: the points cross over each other; give px and m in the same order");
      }
    }
    return ground;
  }

  /** Moves the mean to 0 and makes the mean distance from it the square root of 2. */
  private static Matrix3 centred(List<Point> points) {
    double x = points.stream().mapToDouble(Point::x).average().orElse(0);
    double y = points.stream().mapToDouble(Point::y).average().orElse(0);
    Point mean = new Point(x, y);
    double spread = points.stream().mapToDouble(mean::distance).average().orElse(0);
    if (!(spread > 0)) {
      throw new IllegalArgumentException("ground: all points are one; give them apart");
    }
    double s = Math.sqrt(2) / spread;
    return new Matrix3(s, 0, -s * x, 0, s, -s * y, 0, 0, 1);
  }

  /** Adds one equation to the normal equations; the ninth number is its right side. */
  private static void add(double[][] normal, double... equation) {
    for (int i = 0; i < 8; i++) {
      for (int j = 0; j < 9; j++) {
        normal[i][j] += equation[i] * equation[j];
      }
    }
  }

  /** Gauss with the largest pivot of each column. */
  private static double[] solved(double[][] a) {
    for (int column = 0; column < 8; column++) {
      int best = column;
      for (int row = column + 1; row < 8; row++) {
        best = Math.abs(a[row][column]) > Math.abs(a[best][column]) ? row : best;
      }
      if (Math.abs(a[best][column]) < LEAST_PIVOT) {
        throw new IllegalArgumentException(
            "ground: three of the points lie on one line, or px and m are not in the same order;"
                + " take the corners of a wide four-sided piece of road, one after the other");
      }
      double[] swapped = a[column];
      a[column] = a[best];
      a[best] = swapped;
      for (int row = 0; row < 8; row++) {
        double factor = row == column ? 0 : a[row][column] / a[column][column];
        for (int i = column; factor != 0 && i < 9; i++) {
          a[row][i] -= factor * a[column][i];
        }
      }
    }
    double[] solution = new double[8];
    for (int i = 0; i < 8; i++) {
      solution[i] = a[i][8] / a[i][i];
    }
    return solution;
  }

  /** The points that it was made of. */
  public List<Pair> given() {
    return given;
  }

  /** Where a point of the picture lies on the road; nowhere at the horizon and above. */
  public Optional<Point> onRoad(Point px) {
    return toRoad.weight(px) > 1e-12 ? Optional.of(toRoad.map(px)) : Optional.empty();
  }

  /** Where a point of the road is seen. */
  public Point inPicture(Point m) {
    return toPicture.map(m);
  }

  /** Where a place of the road is seen; nowhere if it lies behind the camera. */
  public Optional<Point> seen(Point m) {
    Point px = inPicture(m);
    return onRoad(px).isPresent() ? Optional.of(px) : Optional.empty();
  }

  /** The same for a picture that was made smaller or larger. */
  public Ground scaled(double factorX, double factorY) {
    return new Ground(
        toRoad.times(new Matrix3(1 / factorX, 0, 0, 0, 1 / factorY, 0, 0, 0, 1)),
        1,
        given.stream()
            .map(pair -> new Pair(pair.px().scaled(factorX, factorY), pair.m()))
            .toList());
  }

  Matrix3 toPicture() {
    return toPicture;
  }
}
