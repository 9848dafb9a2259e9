// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import io.wayside.rig.simulators.scene.view.Vec;
import java.util.ArrayList;
import java.util.List;

/** Puts a solid together from blocks, wheels and balls. Metres: x forwards, y left, z up. */
final class SolidBuilder {

  private static final int WHEEL_CORNERS = 10;
  private static final int BALL_RINGS = 3;
  private static final int BALL_CORNERS = 7;

  private final List<Face> faces = new ArrayList<>();

  /** How far a block's top is drawn in from its bottom, in metres: front, rear and each side. */
  record Taper(double front, double rear, double side) {
    static final Taper NONE = new Taper(0, 0, 0);
  }

  /** A block's edges: from rear to front, half its width, from bottom to top. */
  record Extent(double rear, double front, double halfWidth, double bottom, double top) {}

  List<Face> solid() {
    return List.copyOf(faces);
  }

  SolidBuilder block(Extent e, Material all) {
    return block(e, Taper.NONE, all, all);
  }

  /** A block with its top drawn in; sides and ends of one material, the top of another. */
  SolidBuilder block(Extent e, Taper t, Material around, Material top) {
    return shifted(e, t, 0, around, top);
  }

  /** A block beside the middle. */
  SolidBuilder shifted(Extent e, Taper t, double left, Material around, Material top) {
    Vec[] low = ring(e.rear(), e.front(), e.halfWidth(), left, e.bottom());
    Vec[] high =
        ring(e.rear() + t.rear(), e.front() - t.front(), e.halfWidth() - t.side(), left, e.top());
    for (int i = 0; i < low.length; i++) {
      int next = (i + 1) % low.length;
      faces.add(new Face(List.of(low[i], low[next], high[next], high[i]), around));
    }
    faces.add(new Face(List.of(high), top));
    faces.add(new Face(List.of(low[3], low[2], low[1], low[0]), Material.PLASTIC));
    return this;
  }

  /** Anticlockwise from above. */
  private static Vec[] ring(double rear, double front, double half, double left, double z) {
    return new Vec[] {
      new Vec(rear, left - half, z),
      new Vec(front, left - half, z),
      new Vec(front, left + half, z),
      new Vec(rear, left + half, z)
    };
  }

  /** A wheel that stands on the road. */
  SolidBuilder wheel(double x, double left, double radius, double width) {
    List<Vec> near = new ArrayList<>();
    List<Vec> far = new ArrayList<>();
    for (int i = 0; i < WHEEL_CORNERS; i++) {
      double angle = 2 * Math.PI * i / WHEEL_CORNERS;
      double wx = x + radius * Math.cos(angle);
      double wz = radius + radius * Math.sin(angle);
      near.add(new Vec(wx, left - width / 2, wz));
      far.add(new Vec(wx, left + width / 2, wz));
    }
    for (int i = 0; i < WHEEL_CORNERS; i++) {
      int next = (i + 1) % WHEEL_CORNERS;
      faces.add(
          new Face(List.of(near.get(next), near.get(i), far.get(i), far.get(next)), Material.TYRE));
    }
    faces.add(new Face(near, Material.TYRE));
    faces.add(new Face(reversed(far), Material.TYRE));
    double hub = 0.55 * radius;
    shiftedHub(x, left - width / 2 - 0.005, radius, hub, false);
    shiftedHub(x, left + width / 2 + 0.005, radius, hub, true);
    return this;
  }

  private void shiftedHub(double x, double y, double z, double r, boolean leftSide) {
    List<Vec> corners =
        List.of(
            new Vec(x - r, y, z), new Vec(x, y, z - r), new Vec(x + r, y, z), new Vec(x, y, z + r));
    faces.add(new Face(leftSide ? reversed(corners) : corners, Material.CHROME.times(0.5)));
  }

  private static List<Vec> reversed(List<Vec> corners) {
    List<Vec> other = new ArrayList<>();
    for (int i = corners.size() - 1; i >= 0; i--) {
      other.add(corners.get(i));
    }
    return other;
  }

  /** A rough ball: heads, helmets. */
  SolidBuilder ball(Vec middle, double radius, Material material) {
    List<List<Vec>> rings = new ArrayList<>();
    for (int i = 0; i <= BALL_RINGS; i++) {
      double up = -Math.PI / 2 + Math.PI * (i + 0.35) / (BALL_RINGS + 0.7);
      List<Vec> ring = new ArrayList<>();
      for (int k = 0; k < BALL_CORNERS; k++) {
        double round = 2 * Math.PI * k / BALL_CORNERS;
        double flat = radius * Math.cos(up);
        ring.add(
            middle.plus(
                new Vec(flat * Math.cos(round), flat * Math.sin(round), radius * Math.sin(up))));
      }
      rings.add(ring);
    }
    for (int i = 0; i < BALL_RINGS; i++) {
      List<Vec> low = rings.get(i);
      List<Vec> high = rings.get(i + 1);
      for (int k = 0; k < BALL_CORNERS; k++) {
        int next = (k + 1) % BALL_CORNERS;
        faces.add(
            new Face(List.of(low.get(k), low.get(next), high.get(next), high.get(k)), material));
      }
    }
    faces.add(new Face(rings.get(BALL_RINGS), material));
    return this;
  }

  /** A flat patch that faces forwards or backwards: lamps, windscreens, plates. */
  SolidBuilder patch(
      double x,
      double left,
      double z,
      double halfWidth,
      double halfHeight,
      boolean front,
      Material m) {
    List<Vec> corners =
        List.of(
            new Vec(x, left - halfWidth, z - halfHeight),
            new Vec(x, left + halfWidth, z - halfHeight),
            new Vec(x, left + halfWidth, z + halfHeight),
            new Vec(x, left - halfWidth, z + halfHeight));
    faces.add(new Face(front ? corners : reversed(corners), m));
    return this;
  }

  /** A patch on each side, of windows along a bus or a van. */
  SolidBuilder sideWindows(double rear, double front, double half, double low, double high) {
    faces.add(
        new Face(
            List.of(
                new Vec(rear, -half, low),
                new Vec(front, -half, low),
                new Vec(front, -half, high),
                new Vec(rear, -half, high)),
            Material.GLASS));
    faces.add(
        new Face(
            List.of(
                new Vec(rear, half, high),
                new Vec(front, half, high),
                new Vec(front, half, low),
                new Vec(rear, half, low)),
            Material.GLASS));
    return this;
  }
}
