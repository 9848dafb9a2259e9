// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;

/**
 * Parts a blob that is as large as two vehicles or more, where its foreground is thinnest: vehicles
 * side by side, or one close behind the other.
 */
final class Splitter {

  /** From so many usual sizes on it is more than one. */
  static final double MORE_THAN_ONE = 1.55;

  /** More at once is a crowd, which nobody can part by its outline. */
  private static final double MOST = 6.5;

  /** Along the other side it has to look like one. */
  private static final double OTHER_SIDE_LEAST = 0.6;

  private static final double OTHER_SIDE_MOST = 1.9;

  /** A valley has at most so much of the foreground that is usual in the blob. */
  private static final double VALLEY = 0.5;

  /** The same where all of it looks like one vehicle: side by side there is road between two. */
  private static final double CLEAR_VALLEY = 0.2;

  /** Each part has at least so much of the area of a usual box. */
  private static final double SMALLEST_PART = 0.3;

  /**
   * The valley is looked for in the middle part of the length that one vehicle has to both sides.
   */
  private static final double MARGIN = 0.6;

  /** From so many usual sizes on even what is known by itself may be two that came together. */
  private static final double TWO = 1.9;

  /** What moves so much upwards or downwards has its front and rear there. */
  private static final double ALONG = 0.5;

  private final Sizes sizes;
  private final Optional<Yardstick> yardstick;
  private final Optional<Parting> parting;

  /** With a measure of what one vehicle looks like, where there is one. */
  Splitter(Sizes sizes, Optional<Yardstick> yardstick) {
    this.sizes = sizes;
    this.yardstick = yardstick;
    this.parting = yardstick.map(Parting::new);
  }

  /**
   * Its parts, or itself.
   *
   * @param motion of what is followed there, or of most that passes
   * @param known whether something of its size has been followed there by itself for long
   */
  Stream<Blob> parts(Blob blob, Foreground foreground, Point motion, boolean known) {
    if (!looksOne(blob.box(), motion)) {
      List<Blob> abreast = Abreast.parts(blob, foreground, motion);
      if (abreast.size() > 1 && areVehicles(abreast, motion)) {
        return again(abreast, foreground, motion);
      }
    }
    List<Blob> usualParts = usualParts(blob, foreground, motion, known).toList();
    return usualParts.size() > 1 || parting.isEmpty()
        ? usualParts.stream()
        : again(parting.get().of(blob, foreground, motion), foreground, motion);
  }

  private Stream<Blob> usualParts(Blob blob, Foreground foreground, Point motion, boolean known) {
    Optional<Size> usual = sizes.usualAt(blob.box().centre());
    if (usual.isEmpty()) {
      return Stream.of(blob);
    }
    Box box = blob.box();
    double across = box.w() / usual.get().w();
    double down = box.h() / usual.get().h();
    boolean looksOne = looksOne(box, motion);
    boolean one = looksOne || (known && Math.max(across, down) < TWO);
    double valley = looksOne ? CLEAR_VALLEY : VALLEY;
    if (isSeveral(down) && isOne(across) && !(one && isAlong(motion.y(), motion))) {
      return again(cut(blob, foreground, usual.get(), valley, true), foreground, motion);
    }
    if (isSeveral(across) && isOne(down) && !(one && isAlong(motion.x(), motion))) {
      return again(cut(blob, foreground, usual.get(), valley, false), foreground, motion);
    }
    return Stream.of(blob);
  }

  /** As far as it is known what vehicles look like here. */
  private boolean areVehicles(List<Blob> parts, Point motion) {
    return yardstick.isEmpty() || parts.stream().allMatch(part -> looksOne(part.box(), motion));
  }

  private boolean looksOne(Box box, Point motion) {
    return yardstick.isPresent() && yardstick.get().holdsOne(box, motion);
  }

  /** What was parted may be parted again. */
  private Stream<Blob> again(List<Blob> cut, Foreground foreground, Point motion) {
    return cut.size() == 1
        ? cut.stream()
        : cut.stream().flatMap(part -> parts(part, foreground, motion, false));
  }

  /** Front and rear of one vehicle are not parted; two side by side may look like one. */
  private static boolean isAlong(double component, Point motion) {
    double speed = Math.hypot(motion.x(), motion.y());
    return speed > 0 && Math.abs(component) >= ALONG * speed;
  }

  private static boolean isSeveral(double sizes) {
    return sizes > MORE_THAN_ONE && sizes < MOST;
  }

  private static boolean isOne(double sizes) {
    return sizes > OTHER_SIDE_LEAST && sizes < OTHER_SIDE_MOST;
  }

  private List<Blob> cut(
      Blob blob, Foreground foreground, Size usual, double valley, boolean byRows) {
    Box box = blob.box();
    int from = (int) (byRows ? box.y() : box.x());
    int to = (int) (byRows ? box.bottom() : box.right());
    int left = (int) (byRows ? box.x() : box.y());
    int right = (int) (byRows ? box.right() : box.bottom());
    IntToDoubleFunction filled =
        byRows ? y -> foreground.inRow(y, left, right) : x -> foreground.inColumn(x, left, right);
    double one = byRows ? usual.h() : usual.w();
    int margin = (int) Math.min(MARGIN * one, 0.3 * (to - from));
    int best = -1;
    double least = Double.MAX_VALUE;
    for (int at = from + margin; at <= to - margin; at++) {
      double here = filled.applyAsDouble(at);
      if (here < least) {
        least = here;
        best = at;
      }
    }
    if (best < 0 || least > valley * blob.area() / (to - from)) {
      return List.of(blob);
    }
    double share = share(filled, from, best, to);
    double fewest = SMALLEST_PART * usual.w() * usual.h();
    if (Math.min(share, 1 - share) * blob.area() < fewest) {
      return List.of(blob);
    }
    Box first =
        byRows
            ? new Box(box.x(), box.y(), box.w(), best - from)
            : new Box(box.x(), box.y(), best - from, box.h());
    Box second =
        byRows
            ? new Box(box.x(), best, box.w(), to - best)
            : new Box(best, box.y(), to - best, box.h());
    return List.of(
        new Blob(Tight.around(first, foreground), share * blob.area()),
        new Blob(Tight.around(second, foreground), (1 - share) * blob.area()));
  }

  private static double share(IntToDoubleFunction filled, int from, int cut, int to) {
    double before = 0;
    double all = 0;
    for (int at = from; at < to; at++) {
      double here = filled.applyAsDouble(at);
      all += here;
      before += at < cut ? here : 0;
    }
    return all == 0 ? 0.5 : before / all;
  }
}
