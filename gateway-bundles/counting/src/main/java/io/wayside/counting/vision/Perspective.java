// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.List;
import java.util.Optional;

/**
 * How the outline of a vehicle changes as it moves on: what goes away becomes smaller, and what
 * comes in over the edge of the picture is seen more and more of.
 */
final class Perspective {

  /** From picture to picture an outline grows or shrinks by so much at most. */
  private static final double MOST = 1.1;

  /** Of a height a part lies along the road, which shrinks with the square of the distance. */
  private static final double ALONG_ROAD = 1.5;

  /** So wide a piece of road is measured, in pixels. */
  private static final double PIECE_PX = 8;

  /** What comes in over the edge is filled by so much. */
  private static final double FILLED = 0.4;

  private static final double AT_EDGE_PX = 8;

  /** A rider at the edge is no wider, in metres and of what is usual. */
  private static final double NARROW_M = 1.2;

  private static final double NARROW = 0.6;

  /** Seen from before or behind, outlines are so many times as high as wide; a rider's more. */
  private static final double LONGEST = 1.7;

  private static final double SLENDER = 3.2;

  /** And seen from the side so many times as wide as high. */
  private static final double WIDEST = 3.5;

  /** Nobody on foot is faster for so long. */
  private static final double WALKS_MPS = 2.2;

  private static final double WALKS_S = 1;

  private final Sizes sizes;
  private final Optional<Yardstick> yardstick;
  private final Box picture;

  Perspective(Sizes sizes, Optional<Yardstick> yardstick, Box picture) {
    this.sizes = sizes;
    this.yardstick = yardstick;
    this.picture = picture;
  }

  /**
   * Whether it ever went faster than people walk, for most of a second; unknown is taken for so.
   */
  boolean rode(List<Step> way) {
    return yardstick.isEmpty() || rode(way, yardstick.get());
  }

  private static boolean rode(List<Step> way, Yardstick road) {
    int from = 0;
    for (Step step : way) {
      while (step.atS() - way.get(from).atS() > WALKS_S
          && step.atS() - way.get(from + 1).atS() > WALKS_S / 2) { // not past the last but one
        from++;
      }
      double s = step.atS() - way.get(from).atS();
      if (s > WALKS_S / 2
          && road.apartM(way.get(from).box().foot(), step.box().foot()) > WALKS_MPS * s) {
        return true;
      }
    }
    return false;
  }

  /** The outline after a move. */
  Box moved(Box box, Point shift, Foreground foreground) {
    Box there = box.moved(shift.x(), shift.y());
    if (shift.x() == 0 && shift.y() == 0) {
      return there;
    }
    double scale = scale(box.foot(), there.foot());
    Box scaled =
        Box.around(there.centre(), there.w() * scale, there.h() * Math.pow(scale, ALONG_ROAD));
    return entered(box, scaled, shift, foreground);
  }

  private double scale(Point from, Point to) {
    double scale = yardstick.map(road -> pieceM(road, from) / pieceM(road, to)).orElse(1.0);
    return Double.isFinite(scale) ? Math.max(1 / MOST, Math.min(MOST, scale)) : 1;
  }

  private static double pieceM(Yardstick road, Point at) {
    return road.apartM(
        new Point(at.x() - PIECE_PX / 2, at.y()), new Point(at.x() + PIECE_PX / 2, at.y()));
  }

  /** What lay at an edge of the picture and moves away from it still does while it comes in. */
  private Box entered(Box before, Box now, Point shift, Foreground foreground) {
    double left = now.x();
    double top = now.y();
    double right = now.right();
    double bottom = now.bottom();
    if (before.x() < AT_EDGE_PX && shift.x() > 0) {
      left = Math.min(left, 0);
    }
    if (before.y() < AT_EDGE_PX && shift.y() > 0) {
      top = Math.min(top, 0);
    }
    if (before.right() > picture.w() - AT_EDGE_PX && shift.x() < 0) {
      right = Math.max(right, picture.w());
    }
    if (before.bottom() > picture.h() - AT_EDGE_PX && shift.y() < 0) {
      bottom = Math.max(bottom, picture.h());
    }
    Box more = new Box(left, top, right - left, bottom - top);
    return more.equals(now) || !isOne(more) || !isFilled(now, more, foreground) ? now : more;
  }

  /** Cut at the edge no outline is like a vehicle's; but one is only so long for its width. */
  private boolean isOne(Box more) {
    boolean narrow =
        yardstick.isPresent()
            ? widthM(more) < NARROW_M
            : sizes.usualAt(more.centre()).filter(u -> more.w() < NARROW * u.w()).isPresent();
    return more.h() < (narrow ? SLENDER : LONGEST) * more.w() && more.w() < WIDEST * more.h();
  }

  /** Whether it is wider than a rider, or anybody on foot; unknown is taken for so. */
  boolean isWide(Box box) {
    return yardstick.isEmpty() || widthM(box) > NARROW_M;
  }

  private double widthM(Box box) {
    return yardstick
        .orElseThrow()
        .apartM(new Point(box.x(), box.bottom()), new Point(box.right(), box.bottom()));
  }

  private static boolean isFilled(Box now, Box more, Foreground foreground) {
    int filled = 0;
    int all = 0;
    for (int y = (int) more.y(); y < more.bottom(); y++) {
      for (int x = (int) more.x(); x < more.right(); x++) {
        if (x < now.x() || x >= now.right() || y < now.y() || y >= now.bottom()) {
          all++;
          filled += foreground.at(x, y) ? 1 : 0;
        }
      }
    }
    return filled >= FILLED * all;
  }
}
