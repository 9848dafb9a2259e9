// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * What is left of the foreground where vehicles are taken out of it whose place is known: somebody
 * else who has come up to them.
 */
final class Remains {

  /** What is smaller, as a share of the picture, is no vehicle. */
  private static final double SMALLEST = 0.0015;

  /** Outlines are known to about so many pixels. */
  private static final int EDGE = 1;

  /** A strip along a vehicle, thinner than so much of it, is its own edge or its shadow. */
  private static final double FRINGE = 0.2;

  private static final double WIDE_FRINGE = 0.35;
  private static final double MOST_OF_SIDE = 0.65;

  /** A rim around a vehicle fills its own box less than that. */
  private static final double FILLED = 0.25;

  private static final double THIN_PX = 4;

  private final int width;
  private final int height;
  private final BitSet seen = new BitSet();

  /** For pictures of one size. */
  Remains(Box picture) {
    this.width = (int) picture.w();
    this.height = (int) picture.h();
  }

  /** Blobs that no known vehicle reaches into stay what they are. */
  List<Blob> of(List<Blob> blobs, List<Box> known, Foreground foreground) {
    List<Box> out = known.stream().map(Remains::pixels).toList();
    List<Blob> rest = new ArrayList<>();
    List<Blob> reached = new ArrayList<>();
    for (Blob blob : blobs) {
      boolean free = out.stream().noneMatch(box -> box.overlap(blob.box()) > 0);
      (free ? rest : reached).add(blob);
    }
    seen.clear();
    out.forEach(this::cover);
    for (Blob blob : reached) {
      flood(blob.box(), foreground).stream()
          .filter(piece -> piece.area() >= SMALLEST * width * height)
          .filter(piece -> piece.area() >= FILLED * piece.box().area())
          .filter(piece -> rest.stream().noneMatch(other -> other.box().equals(piece.box())))
          .filter(piece -> out.stream().noneMatch(box -> isFringe(piece.box(), box)))
          .forEach(rest::add);
    }
    return rest;
  }

  private static Box pixels(Box box) {
    double x = Math.floor(box.x()) - EDGE;
    double y = Math.floor(box.y()) - EDGE;
    return new Box(x, y, Math.ceil(box.right()) + EDGE - x, Math.ceil(box.bottom()) + EDGE - y);
  }

  private void cover(Box box) {
    int left = (int) Math.max(0, box.x());
    int right = (int) Math.min(width, box.right());
    for (int y = (int) Math.max(0, box.y());
        y < Math.min(height, box.bottom()) && left < right;
        y++) {
      seen.set(y * width + left, y * width + right);
    }
  }

  private List<Blob> flood(Box from, Foreground foreground) {
    List<Blob> pieces = new ArrayList<>();
    int right = (int) Math.min(width, from.right());
    for (int y = (int) Math.max(0, from.y()); y < Math.min(height, from.bottom()); y++) {
      for (int x = (int) Math.max(0, from.x()); x < right; x++) {
        if (isOpen(x, y, foreground)) {
          pieces.add(piece(x, y, foreground));
        }
      }
    }
    return pieces;
  }

  private boolean isOpen(int x, int y, Foreground foreground) {
    return x >= 0
        && y >= 0
        && x < width
        && y < height
        && !seen.get(y * width + x)
        && foreground.at(x, y);
  }

  private Blob piece(int x0, int y0, Foreground foreground) {
    Deque<Integer> open = new ArrayDeque<>();
    int left = x0;
    int right = x0;
    int top = y0;
    int bottom = y0;
    int area = 0;
    seen.set(y0 * width + x0);
    open.push(y0 * width + x0);
    while (!open.isEmpty()) {
      int at = open.pop();
      int x = at % width;
      int y = at / width;
      area++;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (int k = 0; k < 9; k++) {
        int nx = x + k % 3 - 1;
        int ny = y + k / 3 - 1;
        if (isOpen(nx, ny, foreground)) {
          seen.set(ny * width + nx);
          open.push(ny * width + nx);
        }
      }
    }
    return new Blob(new Box(left, top, right - left + 1.0, bottom - top + 1.0), area);
  }

  /** Whether it lies along one side of a vehicle, and is thin. */
  private boolean isFringe(Box piece, Box vehicle) {
    Box reach = new Box(vehicle.x() - 2, vehicle.y() - 2, vehicle.w() + 4, vehicle.h() + 4);
    if (piece.overlap(reach) <= 0) {
      return false;
    }
    boolean beside = piece.x() >= vehicle.right() - 1 || piece.right() <= vehicle.x() + 1;
    boolean before = piece.y() >= vehicle.bottom() - 1 || piece.bottom() <= vehicle.y() + 1;
    return (beside && piece.w() < thin(piece, piece.h(), vehicle.h(), vehicle.w()))
        || (before && piece.h() < thin(piece, piece.w(), vehicle.w(), vehicle.h()));
  }

  /** So thin it is no vehicle; along most of a side more, unless it may be coming in. */
  private double thin(Box piece, double along, double side, double depth) {
    boolean atEdge =
        piece.x() < 1 || piece.y() < 1 || piece.right() >= width || piece.bottom() >= height;
    double share = along > MOST_OF_SIDE * side && !atEdge ? WIDE_FRINGE : FRINGE;
    return Math.max(THIN_PX, share * depth);
  }
}
