// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cuts vehicles that stand out of foreground that others have come into: where something stands is
 * known, so what reaches beyond it is somebody else.
 */
final class Standing {

  /** Less beyond it is its shadow, or noise at its edge. */
  private static final double BEYOND = 0.45;

  /** The foreground must cover so much of it, or it is not the one that stands there. */
  private static final double COVERED = 0.4;

  /** Beyond it so much must be foreground to be a vehicle. */
  private static final double FILLED = 0.25;

  private final List<Box> boxes;

  /** With the places where vehicles stand. */
  Standing(List<Box> boxes) {
    this.boxes = boxes;
  }

  Stream<Blob> parts(Blob blob, Foreground foreground) {
    for (Box box : boxes) {
      Box all = blob.box();
      if (all.overlap(box) >= COVERED * box.area()) {
        List<Blob> others = beyond(all, box, foreground);
        if (!others.isEmpty()) {
          List<Blob> parts = new ArrayList<>(others);
          parts.add(new Blob(common(all, box), all.overlap(box)));
          return parts.stream();
        }
      }
    }
    return Stream.of(blob);
  }

  private static Box common(Box a, Box b) {
    double x = Math.max(a.x(), b.x());
    double y = Math.max(a.y(), b.y());
    return new Box(x, y, Math.min(a.right(), b.right()) - x, Math.min(a.bottom(), b.bottom()) - y);
  }

  /** Above and below over the whole width, to the sides at its own height. */
  private static List<Blob> beyond(Box all, Box box, Foreground foreground) {
    List<Blob> others = new ArrayList<>();
    double top = Math.max(all.y(), box.y());
    double bottom = Math.min(all.bottom(), box.bottom());
    double highEnough = BEYOND * box.h();
    double wideEnough = BEYOND * box.w();
    add(
        new Box(all.x(), all.y(), all.w(), box.y() - all.y()),
        highEnough,
        true,
        foreground,
        others);
    add(
        new Box(all.x(), box.bottom(), all.w(), all.bottom() - box.bottom()),
        highEnough,
        true,
        foreground,
        others);
    add(
        new Box(all.x(), top, box.x() - all.x(), bottom - top),
        wideEnough,
        false,
        foreground,
        others);
    add(
        new Box(box.right(), top, all.right() - box.right(), bottom - top),
        wideEnough,
        false,
        foreground,
        others);
    return others;
  }

  private static void add(
      Box strip, double least, boolean byHeight, Foreground foreground, List<Blob> others) {
    if ((byHeight ? strip.h() : strip.w()) < least) {
      return;
    }
    int left = (int) strip.right();
    int right = (int) strip.x();
    double filled = 0;
    for (int x = (int) strip.x(); x < strip.right(); x++) {
      int here = foreground.inColumn(x, (int) strip.y(), (int) strip.bottom());
      filled += here;
      if (here > 0) {
        left = Math.min(left, x);
        right = Math.max(right, x + 1);
      }
    }
    Box tight = new Box(left, strip.y(), Math.max(0, right - left), strip.h());
    if (tight.w() > 0 && filled > FILLED * tight.area()) {
      others.add(new Blob(tight, filled));
    }
  }
}
