// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Sorts out small blobs where nobody measured the road: a rider seen from high above is as small,
 * and so is a window or a lamp of a car. A part has the rest of its vehicle beside it, or that is
 * still to come in over the edge of the picture; what is small and has nothing around it is small.
 * What does not move is nothing: a picture that was compressed too much keeps remains of vehicles.
 */
final class Solitary {

  /** Others are farther away than that, in their own sizes and in widths of the picture. */
  private static final double FAR = 0.5;

  private static final double FAR_OF_PICTURE = 0.04;

  /** However large the other is: light that changed is larger than any vehicle. */
  private static final double FARTHEST_OF_PICTURE = 0.15;

  /** It has moved when it has gone so many of its own lengths. */
  private static final double MOVED = 0.75;

  /** Pixels of a vehicle, as a share of the box that is usual there. */
  private static final double MOST_OF_ONE = 0.4;

  /** What stands is watched for hours; so many steps of it are kept. */
  static final int LONGEST_WAY = 50;

  private final double surePx;
  private final Sizes sizes;
  private final double farPx;
  private final double farthestPx;
  private final Box picture;
  private List<Way> ways = List.of();

  /** Of a small one that is watched: where it was since it was first seen. */
  private record Way(List<Step> steps) {
    Box last() {
      return steps.get(steps.size() - 1).box();
    }

    boolean leadsTo(Box box) {
      return gap(last(), box) <= length(last());
    }

    boolean isMove() {
      return steps.get(0).centre().distance(last().centre()) > MOVED * length(last());
    }
  }

  /**
   * For pictures of one width.
   *
   * @param surePx a blob with so many pixels need not be by itself
   */
  Solitary(double surePx, Box picture, Sizes sizes) {
    this.sizes = sizes;
    this.surePx = surePx;
    this.picture = picture;
    this.farPx = FAR_OF_PICTURE * picture.w();
    this.farthestPx = FARTHEST_OF_PICTURE * picture.w();
  }

  /**
   * All others.
   *
   * @param followed whether something of this size is followed there
   * @param riders whether what is alike may be riders side by side: lamps are alike as well
   */
  List<Blob> without(
      List<Blob> blobs,
      Predicate<Box> followed,
      boolean riders,
      Function<Blob, Point> motion,
      double atS) {
    List<Blob> kept = new ArrayList<>();
    List<Way> begun = new ArrayList<>();
    for (Blob blob : blobs) {
      if (blob.area() >= sure(blob.box()) || followed.test(blob.box())) {
        kept.add(blob);
      } else if (isWhole(blob, near(blob, blobs), riders, motion.apply(blob))) {
        Way way = way(blob.box(), atS);
        begun.add(way);
        if (way.isMove()) {
          kept.add(blob);
        }
      }
    }
    ways = begun;
    return kept;
  }

  /** So many pixels are no part: where vehicles are small, most of one is as few. */
  private double sure(Box box) {
    return sizes
        .usualAt(box.centre())
        .map(usual -> Math.min(surePx, MOST_OF_ONE * usual.w() * usual.h()))
        .orElse(surePx);
  }

  private Way way(Box box, double atS) {
    List<Step> steps = new ArrayList<>();
    ways.stream()
        .filter(way -> way.leadsTo(box))
        .min(Comparator.comparingDouble(way -> way.last().centre().distance(box.centre())))
        .ifPresent(way -> steps.addAll(way.steps()));
    steps.add(new Step(atS, box, box, true));
    if (steps.size() > LONGEST_WAY) {
      steps.remove(1); // where it was first seen is told for as long as it is watched
    }
    return new Way(steps);
  }

  /** Where what is kept now was while it was only watched; nothing for what was not. */
  List<Step> before(Box box) {
    return ways.stream()
        .filter(way -> way.last().equals(box))
        .findFirst()
        .map(way -> way.steps().subList(0, way.steps().size() - 1))
        .orElse(List.of());
  }

  private static double length(Box box) {
    return Math.max(box.w(), box.h());
  }

  private boolean isWhole(Blob blob, List<Blob> near, boolean riders, Point motion) {
    return !new Entrance(blob.box(), picture).isAtEdge()
        && (near.isEmpty() || (riders && Rank.isOf(blob, near, motion)));
  }

  @SuppressWarnings("ReferenceEquality") // all but itself
  private List<Blob> near(Blob blob, List<Blob> blobs) {
    return blobs.stream()
        .filter(other -> other != blob && gap(blob.box(), other.box()) <= far(other.box()))
        .toList();
  }

  private double far(Box box) {
    return Math.max(farPx, Math.min(farthestPx, FAR * Math.max(box.w(), box.h())));
  }

  private static double gap(Box a, Box b) {
    double x = Math.max(a.x(), b.x()) - Math.min(a.right(), b.right());
    double y = Math.max(a.y(), b.y()) - Math.min(a.bottom(), b.bottom());
    return Math.hypot(Math.max(0, x), Math.max(0, y));
  }
}
