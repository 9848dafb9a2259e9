// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import java.util.ArrayDeque;

/** Least squares through the latest points (index of a sample, time), of bounded number and age. */
final class Line {

  private record Point(long index, long nanos) {}

  private final ArrayDeque<Point> points = new ArrayDeque<>();
  private final int most;
  private final long longestNanos;

  Line(int most, long longestNanos) {
    this.most = most;
    this.longestNanos = longestNanos;
  }

  void clear() {
    points.clear();
  }

  void add(long index, long nanos) {
    points.addLast(new Point(index, nanos));
    while (points.size() > most
        || (points.size() > 2 && nanos - points.getFirst().nanos() > longestNanos)) {
      points.removeFirst();
    }
  }

  int count() {
    return points.size();
  }

  long spanNanos() {
    return points.size() < 2 ? 0 : points.getLast().nanos() - points.getFirst().nanos();
  }

  /** Nanoseconds between samples; NaN with fewer than two points. */
  double slope() {
    if (points.size() < 2) {
      return Double.NaN;
    }
    Point base = points.getFirst();
    double meanX = points.stream().mapToDouble(p -> p.index() - base.index()).average().orElse(0);
    double meanY = points.stream().mapToDouble(p -> p.nanos() - base.nanos()).average().orElse(0);
    double xx = 0;
    double xy = 0;
    for (Point point : points) {
      double x = point.index() - base.index() - meanX;
      xx += x * x;
      xy += x * (point.nanos() - base.nanos() - meanY);
    }
    return xx == 0 ? Double.NaN : xy / xx;
  }

  /**
   * Time of a sample on the lowest line of this slope that no point lies below: what arrives is
   * late at times, and never early.
   */
  double lowest(long index, double slope) {
    Point base = points.getFirst();
    double least = Double.POSITIVE_INFINITY;
    for (Point point : points) {
      double above = point.nanos() - base.nanos() - slope * (point.index() - base.index());
      least = Math.min(least, above);
    }
    return base.nanos() + least + slope * (index - base.index());
  }
}
