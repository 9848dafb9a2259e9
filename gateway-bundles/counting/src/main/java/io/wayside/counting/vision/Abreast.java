// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Parts riders who go side by side: between them is road from front to rear, and nothing of a
 * vehicle. A single vehicle has no such lane through it: roof, bonnet and bumpers reach from side
 * to side.
 */
final class Abreast {

  /** What goes so much along an axis of the picture has its sides beside that axis. */
  private static final double ALONG = 0.85;

  /** In a lane there is at most so much of what is usual in the foreground. */
  private static final double ROAD = 0.1;

  /** Each is so long at least, of all of them. */
  private static final double LENGTH = 0.35;

  /** Each is so large at least, of an even share. */
  private static final double SHARE = 0.4;

  /** It fills so much of its box: a car of which edges alone are seen is hollow as well. */
  private static final double FILLED = 0.5;

  private Abreast() {}

  /** Those side by side, or itself. */
  static List<Blob> parts(Blob blob, Foreground foreground, Point motion) {
    double speed = Math.hypot(motion.x(), motion.y());
    boolean down = Math.abs(motion.y()) > ALONG * speed;
    boolean sideways = Math.abs(motion.x()) > ALONG * speed;
    if (!down && !sideways) {
      return List.of(blob);
    }
    List<Blob> parts = cut(blob, foreground, sideways);
    return are(parts, motion) ? parts : List.of(blob);
  }

  /** Whether these go side by side, each about as long and large as the others. */
  static boolean are(List<Blob> blobs, Point motion) {
    double speed = Math.hypot(motion.x(), motion.y());
    boolean down = Math.abs(motion.y()) > ALONG * speed;
    boolean sideways = Math.abs(motion.x()) > ALONG * speed;
    if (blobs.size() < 2 || (!down && !sideways)) {
      return false;
    }
    Box all = blobs.stream().map(Blob::box).reduce(Box::with).orElseThrow();
    double even = blobs.stream().mapToDouble(Blob::area).sum() / blobs.size();
    double length = length(all, sideways);
    for (int i = 0; i < blobs.size(); i++) {
      Blob one = blobs.get(i);
      if (one.area() <= FILLED * one.box().area()) {
        return false;
      }
      if (one.area() <= SHARE * even || length(one.box(), sideways) <= LENGTH * length) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (!apart(one.box(), blobs.get(j).box(), sideways)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean apart(Box a, Box b, boolean sideways) {
    return sideways
        ? Math.max(a.y(), b.y()) >= Math.min(a.bottom(), b.bottom())
        : Math.max(a.x(), b.x()) >= Math.min(a.right(), b.right());
  }

  private static double length(Box box, boolean sideways) {
    return sideways ? box.w() : box.h();
  }

  /** What lies between lanes of road. */
  private static List<Blob> cut(Blob blob, Foreground foreground, boolean byRows) {
    Box box = blob.box();
    int from = (int) (byRows ? box.y() : box.x());
    int to = (int) (byRows ? box.bottom() : box.right());
    int low = (int) (byRows ? box.x() : box.y());
    int high = (int) (byRows ? box.right() : box.bottom());
    IntToDoubleFunction filled =
        byRows ? y -> foreground.inRow(y, low, high) : x -> foreground.inColumn(x, low, high);
    double road = Math.max(1, ROAD * blob.area() / Math.max(1, to - from));
    List<Blob> parts = new ArrayList<>();
    int begin = from;
    double area = 0;
    for (int at = from; at <= to; at++) {
      double here = at < to ? filled.applyAsDouble(at) : 0;
      if (at < to && here > road) {
        area += here;
      } else {
        if (area > 0) {
          parts.add(new Blob(Tight.around(part(box, begin, at, byRows), foreground), area));
        }
        begin = at + 1;
        area = 0;
      }
    }
    return parts;
  }

  private static Box part(Box box, int from, int to, boolean byRows) {
    return byRows
        ? new Box(box.x(), from, box.w(), to - from)
        : new Box(from, box.y(), to - from, box.h());
  }
}
