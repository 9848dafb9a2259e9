// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.vision.Point;
import java.util.List;
import java.util.Optional;

/**
 * How something rode over the road in the last moments: in a straight line at even speed, by least
 * squares through its places, without those that lie far off the line.
 *
 * @param mean where it was, in metres, at the mean of the times
 * @param speedX in metres a second
 * @param places by how many it was fitted
 */
record Ride(double meanS, Point mean, double speedX, double speedY, int places) {

  private static final int FEWEST = 4;

  /** Farther off than so many median distances, and than so many metres, is a wrong outline. */
  private static final double OFF = 3.5;

  private static final double OFF_M = 0.1;

  /** Where it was at a time. */
  record Place(double atS, Point m) {}

  static Optional<Ride> through(List<Place> places) {
    if (places.size() < FEWEST) {
      return Optional.empty();
    }
    Ride first = fitted(places);
    List<Double> distances = places.stream().map(first::distance).sorted().toList();
    double most = Math.max(OFF_M, OFF * distances.get(distances.size() / 2));
    List<Place> near = places.stream().filter(place -> first.distance(place) <= most).toList();
    return near.size() < FEWEST ? Optional.empty() : Optional.of(fitted(near));
  }

  private static Ride fitted(List<Place> places) {
    double n = places.size();
    double s = places.stream().mapToDouble(Place::atS).sum() / n;
    double x = places.stream().mapToDouble(place -> place.m().x()).sum() / n;
    double y = places.stream().mapToDouble(place -> place.m().y()).sum() / n;
    double ss = 1e-12;
    double sx = 0;
    double sy = 0;
    for (Place place : places) {
      double ds = place.atS() - s;
      ss += ds * ds;
      sx += ds * (place.m().x() - x);
      sy += ds * (place.m().y() - y);
    }
    return new Ride(s, new Point(x, y), sx / ss, sy / ss, places.size());
  }

  private double distance(Place place) {
    double ds = place.atS() - meanS;
    return new Point(mean.x() + speedX * ds, mean.y() + speedY * ds).distance(place.m());
  }

  double speedMps() {
    return Math.hypot(speedX, speedY);
  }

  Point heading() {
    return new Point(speedX, speedY);
  }
}
