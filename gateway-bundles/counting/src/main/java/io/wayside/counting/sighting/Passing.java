// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What was seen of a vehicle that crossed a line, without metres.
 *
 * @param along its outlines on all its way, where it was alone and whole
 * @param here its outline at the line
 * @param motion there, in widths of the picture a second
 * @param sure whether the outline at the line is its own and whole
 */
record Passing(List<Extent> along, Extent here, Point motion, boolean sure) {

  /** What is farther from the moment on the line, before or after, is not how it looks there. */
  private static final double NEAR_S = 1.2;

  private static final int FEWEST = 3;
  private static final int ENOUGH = 9;

  /** So many places of a way say how its outline grew. */
  private static final int PLACES = 12;

  /** Less of its way by itself, and its outline may be that of several. */
  private static final double OWN = 0.5;

  Passing {
    along = List.copyOf(along);
  }

  static Passing of(Counted counted, double widthPx, double heightPx) {
    List<Step> clear =
        counted.way().stream()
            .filter(step -> step.alone() && isWhole(step.looked(), widthPx, heightPx))
            .toList();
    List<Extent> near =
        clear.stream()
            .filter(step -> offS(step, counted) <= NEAR_S)
            .sorted(Comparator.comparingDouble(step -> offS(step, counted)))
            .limit(ENOUGH)
            .map(step -> Extent.of(step.looked(), widthPx, heightPx))
            .toList();
    boolean seen = near.size() >= FEWEST;
    Point motion = motion(counted, widthPx);
    return new Passing(
        spread(clear).map(step -> Extent.of(step.looked(), widthPx, heightPx)).toList(),
        seen ? median(near) : Extent.of(counted.box(), widthPx, heightPx),
        motion,
        seen && counted.alone() > OWN && Math.hypot(motion.x(), motion.y()) > 0);
  }

  private static boolean isWhole(Box box, double widthPx, double heightPx) {
    return box.x() > 1 && box.right() < widthPx - 1 && box.y() > 1 && box.bottom() < heightPx - 1;
  }

  private static double offS(Step step, Counted counted) {
    return Math.abs(step.atS() - counted.atS());
  }

  private static Stream<Step> spread(List<Step> clear) {
    int all = clear.size();
    return all <= PLACES
        ? clear.stream()
        : IntStream.range(0, PLACES)
            .mapToObj(i -> clear.get((int) Math.round(i * (all - 1) / (PLACES - 1.0))));
  }

  private static Extent median(List<Extent> near) {
    return new Extent(
        median(near, Extent::u),
        median(near, Extent::v),
        median(near, Extent::w),
        median(near, Extent::h));
  }

  private static double median(List<Extent> near, ToDoubleFunction<Extent> of) {
    return Median.of(near.stream().mapToDouble(of).toArray());
  }

  /** The slope of its middle over time, by least squares. */
  private static Point motion(Counted counted, double widthPx) {
    List<Step> steps =
        counted.way().stream().filter(step -> offS(step, counted) <= NEAR_S).toList();
    double meanS = steps.stream().mapToDouble(Step::atS).average().orElse(0);
    double square = 0;
    double x = 0;
    double y = 0;
    for (Step step : steps) {
      double s = step.atS() - meanS;
      Point centre = step.box().centre();
      square += s * s;
      x += s * centre.x() / widthPx;
      y += s * centre.y() / widthPx;
    }
    return square == 0 ? new Point(0, 0) : new Point(x / square, y / square);
  }
}
