// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Optional;

/**
 * How something goes on over the road. Any point of it, seen as if it lay on the road, moves there
 * in a straight line as evenly as the vehicle does (similar triangles), while in the picture it
 * quickens and grows as it comes nearer.
 */
final class Course {

  /** It does not grow or shrink by more than that before it is seen again. */
  private static final double MOST = 2.5;

  private final Yardstick road;
  private Optional<Point> place; // of its middle, as if it lay on the road
  private double speedX; // metres a second
  private double speedY;

  Course(Yardstick road, Box box) {
    this.road = road;
    this.place = road.onRoad(box.centre());
  }

  /** It is there now, so long after it was seen last; its speed follows by this gain. */
  void follow(Box box, double afterS, double gain) {
    Optional<Point> now = road.onRoad(box.centre());
    if (place.isPresent() && now.isPresent()) {
      speedX += gain * ((now.get().x() - place.get().x()) / afterS - speedX);
      speedY += gain * ((now.get().y() - place.get().y()) / afterS - speedY);
    }
    place = now;
  }

  /** It goes as fast as another. */
  void goAs(Course other) {
    speedX = other.speedX;
    speedY = other.speedY;
  }

  /** It is taken to be there, and to go on as before. */
  void stay(Box box) {
    place = road.onRoad(box.centre());
  }

  /** Where it is seen after a while, or was before; empty where the road is not to be seen. */
  Optional<Box> after(Box box, double dtS) {
    return road.onRoad(box.centre())
        .map(m -> new Point(m.x() + speedX * dtS, m.y() + speedY * dtS))
        .flatMap(road::inPicture)
        .flatMap(there -> resized(box, there));
  }

  private Optional<Box> resized(Box box, Point there) {
    double factor = road.metresOfPixel(box.centre()) / road.metresOfPixel(there);
    return factor > 1 / MOST && factor < MOST
        ? Optional.of(Box.around(there, factor * box.w(), factor * box.h()))
        : Optional.empty();
  }
}
