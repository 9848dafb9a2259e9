// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Comparator;
import java.util.List;

/**
 * Whether two that ride in one lane, one before the other, are parts of one vehicle: a rear window
 * as dark as the road cuts a car in two. Parts of a rigid body keep their distance, are about as
 * wide as each other, leave hardly any road to be seen between them, and have together the outline
 * of one vehicle. Two vehicles at speed keep farther apart than that, and two riders side by side
 * are not before each other.
 */
final class OneBody {

  /** Across their way they have so much of their common width in common. */
  private static final double BEFORE_EACH_OTHER = 0.5;

  /** Road that glass or a bonnet as dark as the road seems to cover, from a roof to a bumper. */
  private static final double GAP_M = 4;

  /** Speeds of two parts differ by so much at most: what is higher above the road seems faster. */
  private static final double AS_FAST = 0.4;

  /** Slower than that, vehicles come as close to each other as parts are. */
  private static final double RIDES_MPS = 2;

  /** A lamp with the light around it is no wider, seen as if it lay on the road. */
  private static final double LAMP_M = 1;

  private static final double UPRIGHT = 1.5;

  /** Two lamps with theirs are so wide. */
  private static final double NARROW_M = 1.2;

  private static final double WIDE_M = 3;

  private static final double LEVEL = 0.5;

  /** A mirror image is so much beside its vehicle at most, and so wide at most, of its width. */
  private static final double MIRROR_ASIDE = 0.25;

  private static final double MIRROR_WIDE = 1.3;

  /** The mirror image of lamps lies as far below the road as they are above. */
  private static final double MIRROR_GAP_M = 3.5;

  /** Of a road that is looked down upon so steeply a pixel is hardly longer than it is wide. */
  private static final double STEEP = 1.3;

  private final Yardstick yardstick;

  OneBody(Yardstick yardstick) {
    this.yardstick = yardstick;
  }

  /** Whether both ride on as one. */
  boolean ride(Track a, Track b) {
    return rideAlong(a, b)
        && (join(a.box(), b.box(), motion(a, b)) || lamps(a.box(), b.box(), motion(a, b)));
  }

  /** Whether one vehicle has the outline that it has now. */
  boolean looks(Track track) {
    return looks(track.box(), new Point(track.speedX(), track.speedY()));
  }

  boolean looks(Box box, Point motion) {
    return yardstick.holdsOne(box, motion);
  }

  /** Whether two that come or go are the lamps of one vehicle: small, level, a width apart. */
  private boolean lamps(Box a, Box b, Point motion) {
    Box both = a.with(b);
    double wide = widthM(both);
    return Math.abs(motion.y()) > Math.abs(motion.x())
        && isLamp(a, motion)
        && isLamp(b, motion)
        && Math.abs(a.bottom() - b.bottom()) < LEVEL * Math.max(a.h(), b.h())
        && wide > NARROW_M
        && wide < WIDE_M;
  }

  /** A rider is upright, and a lamp is round. */
  private boolean isLamp(Box box, Point motion) {
    return widthM(box) < LAMP_M && box.h() < UPRIGHT * box.w() && !yardstick.holdsOne(box, motion);
  }

  private double widthM(Box box) {
    return yardstick.apartM(new Point(box.x(), box.bottom()), new Point(box.right(), box.bottom()));
  }

  /** Whether they are as fast as each other, and do not stand. */
  private boolean rideAlong(Track a, Track b) {
    return asFast(a, b) && rides(a, motion(a, b));
  }

  /** Whether they go the same way, as fast as parts of one vehicle seem to. */
  static boolean asFast(Track a, Track b) {
    double apart = Math.hypot(a.speedX() - b.speedX(), a.speedY() - b.speedY());
    return apart <= AS_FAST * Math.max(speed(a), speed(b));
  }

  /**
   * Whether one is the mirror image of the other on a wet road: it rides right below, as wide as
   * the other, close to it, and is too flat to be a vehicle.
   */
  boolean mirrors(Track image, Track vehicle) {
    Box above = vehicle.box();
    Box below = image.box();
    return below.centre().y() > above.centre().y()
        && Math.abs(below.centre().x() - above.centre().x()) < MIRROR_ASIDE * above.w()
        && below.w() < MIRROR_WIDE * above.w()
        && gapM(above, below) < MIRROR_GAP_M
        && slants(above.foot())
        && rideAlong(image, vehicle)
        && !yardstick.holdsOne(below, motion(image, vehicle));
  }

  /**
   * Whether the view goes along the road there. Seen from above, a mirror image lies under its
   * vehicle, and a rider is no longer than his shoulders where his machine is as dark as the road.
   */
  boolean slants(Point road) {
    double longM = yardstick.apartM(road, new Point(road.x(), road.y() + 1));
    return longM > STEEP * yardstick.metresOfPixel(road);
  }

  private boolean rides(Track track, Point motion) {
    Point foot = track.box().foot();
    double mps = yardstick.apartM(foot, new Point(foot.x() + motion.x(), foot.y() + motion.y()));
    return mps > RIDES_MPS;
  }

  static Point motion(Track a, Track b) {
    return new Point((a.speedX() + b.speedX()) / 2, (a.speedY() + b.speedY()) / 2);
  }

  private static double speed(Track track) {
    return Math.hypot(track.speedX(), track.speedY());
  }

  /** Whether two boxes that move this way have together the outline of one vehicle. */
  boolean join(Box a, Box b, Point motion) {
    double length = Math.hypot(motion.x(), motion.y());
    return length > 0
        && beforeEachOther(a, b, new Point(-motion.y() / length, motion.x() / length))
        && gapM(a, b) < GAP_M
        && yardstick.holdsOne(a.with(b), motion)
        && !areCars(List.of(a, b), motion);
  }

  /** Two cars, one close behind the other, are as long as a lorry, whose parts are wider. */
  private boolean areCars(List<Box> boxes, Point motion) {
    Box all = boxes.stream().reduce(Box::with).orElseThrow();
    return boxes.stream().allMatch(box -> yardstick.holdsCar(box, motion))
        && !yardstick.holdsCar(all, motion);
  }

  /** The same for many, each with the nearest ones before it. */
  boolean joined(List<Blob> parts, Point motion) {
    List<Box> boxes =
        parts.stream()
            .map(Blob::box)
            .sorted(Comparator.comparingDouble(box -> along(box, motion)))
            .toList();
    Box all = boxes.get(0);
    for (Box box : boxes.subList(1, boxes.size())) {
      if (!join(all, box, motion)) {
        return false;
      }
      all = all.with(box);
    }
    return true;
  }

  /** Whether each of them has the outline of one vehicle, and all of them together have not. */
  boolean severalVehicles(List<Blob> blobs, Point motion) {
    List<Box> boxes = blobs.stream().map(Blob::box).toList();
    Box all = boxes.stream().reduce(Box::with).orElseThrow();
    return areCars(boxes, motion)
        || (boxes.stream().allMatch(box -> yardstick.holdsOne(box, motion))
            && !yardstick.holdsOne(all, motion));
  }

  /**
   * Whether two that ride beside each other are two: each has the outline of one vehicle, and road
   * is to be seen between them from top to bottom, as there is none between the sides of a car.
   */
  boolean beside(Box a, Box b, Point motion) {
    boolean apart =
        Math.abs(motion.y()) > Math.abs(motion.x())
            && Math.max(a.x(), b.x()) > Math.min(a.right(), b.right());
    return apart && yardstick.holdsOne(a, motion) && yardstick.holdsOne(b, motion);
  }

  private static double along(Box box, Point motion) {
    return box.centre().x() * motion.x() + box.centre().y() * motion.y();
  }

  private static boolean beforeEachOther(Box a, Box b, Point across) {
    double ca = a.centre().x() * across.x() + a.centre().y() * across.y();
    double cb = b.centre().x() * across.x() + b.centre().y() * across.y();
    double ha = half(a, across);
    double hb = half(b, across);
    double common = Math.min(ca + ha, cb + hb) - Math.max(ca - ha, cb - hb);
    double all = Math.max(ca + ha, cb + hb) - Math.min(ca - ha, cb - hb);
    return common > BEFORE_EACH_OTHER * all;
  }

  private static double half(Box box, Point across) {
    return (box.w() * Math.abs(across.x()) + box.h() * Math.abs(across.y())) / 2;
  }

  /** How much road is to be seen between them. */
  double gapM(Box a, Box b) {
    boolean aLeft = a.x() <= b.x();
    boolean aAbove = a.y() <= b.y();
    Box left = aLeft ? a : b;
    Box right = aLeft ? b : a;
    Box upper = aAbove ? a : b;
    Box lower = aAbove ? b : a;
    boolean beside = right.x() > left.right();
    boolean below = lower.y() > upper.bottom();
    if (!beside && !below) {
      return 0;
    }
    double x = a.with(b).centre().x();
    double y = Math.min(a.bottom(), b.bottom());
    return yardstick.apartM(
        new Point(beside ? left.right() : x, below ? upper.bottom() : y),
        new Point(beside ? right.x() : x, below ? lower.y() : y));
  }
}
