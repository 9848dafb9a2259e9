// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.vision.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How something rode over the road in the last moments, roughly: in a straight line at even speed,
 * by the median of the slopes between any two of its places (Theil and Sen), which wrong outlines
 * do not turn as long as they are fewer than three in ten.
 *
 * @param meanS the mean of the times
 * @param mean where it was then, in metres
 * @param speedX in metres a second
 */
record Ride(double meanS, Point mean, double speedX, double speedY) {

  private static final int FEWEST = 4;

  /** Where it was at a time. */
  record Place(double atS, Point m) {}

  static Optional<Ride> through(List<Place> places) {
    if (places.size() < FEWEST) {
      return Optional.empty();
    }
    double meanS = places.stream().mapToDouble(Place::atS).average().orElseThrow();
    double vx = slope(places, place -> place.m().x());
    double vy = slope(places, place -> place.m().y());
    double x = median(places.stream().map(p -> p.m().x() - vx * (p.atS() - meanS)).toList());
    double y = median(places.stream().map(p -> p.m().y() - vy * (p.atS() - meanS)).toList());
    return Optional.of(new Ride(meanS, new Point(x, y), vx, vy));
  }

  private static double slope(List<Place> places, ToDoubleFunction<Place> of) {
    List<Double> slopes = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      for (int j = i + 1; j < places.size(); j++) {
        double apartS = places.get(j).atS() - places.get(i).atS();
        if (apartS > 0) {
          slopes.add((of.applyAsDouble(places.get(j)) - of.applyAsDouble(places.get(i))) / apartS);
        }
      }
    }
    return slopes.isEmpty() ? 0 : median(slopes);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  double speedMps() {
    return Math.hypot(speedX, speedY);
  }

  Point heading() {
    return new Point(speedX, speedY);
  }
}
