// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds two who ride beside each other in one outline, though no road is to be seen between them
 * from top to bottom. A vehicle is a block, and the outline of a block bulges everywhere, whichever
 * way it is seen. Two of whom one is ahead, or shorter, have a hollow between them before the one
 * and another behind the other. So the outline is cut along the way they go, where its hull holds
 * most that neither the hull of the one side nor that of the other does.
 */
final class Staggered {

  /** All that is hollow, of the hull of the smaller side. */
  private static final double HOLLOW = 0.2;

  /** What is hollow before them, and what is behind. */
  private static final double EACH_END = 0.06;

  /** Of the hull of each side so much is foreground: edges of something dark are no side. */
  private static final double FILLED = 0.7;

  /** No vehicle is a narrower part of two. */
  private static final double NARROWEST = 0.12;

  private static final double NARROWEST_PX = 3;

  /** More aslant, in pixels to the side for each one down, they do not come or go. */
  private static final double MOST_ASLANT = 0.7;

  /** Of so many cuts it is looked whether each side is one vehicle. */
  private static final int TRIES = 6;

  private final Yardstick yardstick;

  Staggered(Yardstick yardstick) {
    this.yardstick = yardstick;
  }

  private record Cut(double atX, double aslant, double hollow) {}

  /** Both of them, left and right; nothing where it may be one. */
  Optional<List<Blob>> of(Blob blob, Foreground foreground, Point motion) {
    if (Math.abs(motion.y()) <= Math.abs(motion.x())) {
      return Optional.empty();
    }
    Silhouette whole = Silhouette.of(blob, foreground);
    List<Cut> cuts = new ArrayList<>();
    double aslant = motion.x() / motion.y();
    double most = Math.max(-MOST_ASLANT, Math.min(MOST_ASLANT, aslant));
    for (double one : new double[] {0, most / 2, most}) {
      look(whole, one, cuts);
    }
    return cuts.stream()
        .sorted(Comparator.comparingDouble(Cut::hollow).reversed())
        .limit(TRIES)
        .map(
            cut ->
                List.of(whole.left(cut.atX(), cut.aslant()), whole.right(cut.atX(), cut.aslant())))
        .filter(two -> two.stream().allMatch(part -> yardstick.holdsOne(part.box(), motion)))
        .findFirst();
  }

  private static void look(Silhouette whole, double aslant, List<Cut> cuts) {
    double margin = Math.max(NARROWEST_PX, NARROWEST * whole.width());
    for (double at = margin; at <= whole.width() - margin; at++) {
      whole.cut(at, aslant);
      if (whole.canBeHollow(HOLLOW) && isHollow(whole)) {
        cuts.add(new Cut(at, aslant, whole.hollow()));
      }
    }
  }

  private static boolean isHollow(Silhouette cut) {
    double smaller = Math.min(cut.leftHull(), cut.rightHull());
    return cut.hollow() > HOLLOW * smaller
        && cut.filled() > FILLED
        && cut.hollowAbove() > EACH_END * smaller
        && cut.hollowBelow() > EACH_END * smaller;
  }
}
