// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Parts a blob that is no single vehicle into two that are: where its foreground is thin, and each
 * side has the outline of one vehicle. What is usual here need not be known for that.
 */
final class Parting {

  /** At the cut there is at most so much of the foreground that is usual in the blob. */
  private static final double THIN = 0.4;

  /** No vehicle is a smaller part of two. */
  private static final double SMALLEST = 0.12;

  /** What moves so much upwards or downwards has its front and rear there. */
  private static final double ALONG = 0.85;

  private static final Cut NONE = new Cut(1, List.of());

  private final Yardstick yardstick;

  Parting(Yardstick yardstick) {
    this.yardstick = yardstick;
  }

  /** Two, or itself. */
  List<Blob> of(Blob blob, Foreground foreground, Point motion) {
    if (yardstick.holdsOne(blob.box(), motion)) {
      return List.of(blob);
    }
    Cut columns = isAlong(motion.x(), motion) ? NONE : thinnest(blob, foreground, motion, false);
    Cut rows = isAlong(motion.y(), motion) ? NONE : thinnest(blob, foreground, motion, true);
    Cut best = columns.share() <= rows.share() ? columns : rows;
    return best.parts().isEmpty() ? List.of(blob) : best.parts();
  }

  /** Behind each other are a vehicle and its mirror image too, or its shadow. */
  private static boolean isAlong(double component, Point motion) {
    return Math.abs(component) >= ALONG * Math.hypot(motion.x(), motion.y());
  }

  /** How much there is at a cut, as a share of what is usual; nothing found is all of it. */
  private record Cut(double share, List<Blob> parts) {}

  private Cut thinnest(Blob blob, Foreground foreground, Point motion, boolean byRows) {
    Box box = blob.box();
    int from = (int) (byRows ? box.y() : box.x());
    int to = (int) (byRows ? box.bottom() : box.right());
    int low = (int) (byRows ? box.x() : box.y());
    int high = (int) (byRows ? box.right() : box.bottom());
    IntToDoubleFunction filled =
        byRows ? y -> foreground.inRow(y, low, high) : x -> foreground.inColumn(x, low, high);
    double usual = blob.area() / Math.max(1, to - from);
    int margin = (int) Math.max(2, SMALLEST * (to - from));
    Cut best = NONE;
    for (int at = from + margin; at <= to - margin; at++) {
      double share = filled.applyAsDouble(at) / usual;
      if (share < THIN && share < best.share()) {
        List<Blob> parts = parts(box, at, byRows, foreground);
        if (parts.stream().allMatch(part -> yardstick.holdsOne(part.box(), motion))) {
          best = new Cut(share, parts);
        }
      }
    }
    return best;
  }

  private static List<Blob> parts(Box box, int at, boolean byRows, Foreground foreground) {
    Box first =
        byRows
            ? new Box(box.x(), box.y(), box.w(), at - box.y())
            : new Box(box.x(), box.y(), at - box.x(), box.h());
    Box second =
        byRows
            ? new Box(box.x(), at, box.w(), box.bottom() - at)
            : new Box(at, box.y(), box.right() - at, box.h());
    return List.of(tight(first, foreground), tight(second, foreground));
  }

  private static Blob tight(Box part, Foreground foreground) {
    Box box = Tight.around(part, foreground);
    double area = 0;
    for (int y = (int) box.y(); y < box.bottom(); y++) {
      area += foreground.inRow(y, (int) box.x(), (int) box.right());
    }
    return new Blob(box, area);
  }
}
