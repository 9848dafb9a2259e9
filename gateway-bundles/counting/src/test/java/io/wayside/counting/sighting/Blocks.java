// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.Pinhole;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Counted;
import io.wayside.counting.vision.CountingLine.Side;
import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Blocks that ride past a pinhole camera, as outlines with errors at their edges. */
record Blocks(Pinhole camera, double errorPx, Random random) {

  private static final double RATE_HZ = 15;
  private static final double SECONDS = 2.4;

  /** The box of all corners, by the camera itself. */
  Box outline(Body body, Point middle, Point heading) {
    double left = 1e9;
    double top = 1e9;
    double right = -1e9;
    double bottom = -1e9;
    for (int corner = 0; corner < 8; corner++) {
      double along = ((corner & 1) - 0.5) * body.lengthM();
      double aside = ((corner >> 1 & 1) - 0.5) * body.widthM();
      Point px =
          camera.sees(
              middle.x() + along * heading.x() + aside * heading.y(),
              middle.y() + along * heading.y() - aside * heading.x(),
              (corner >> 2) * body.heightM());
      left = Math.min(left, px.x());
      top = Math.min(top, px.y());
      right = Math.max(right, px.x());
      bottom = Math.max(bottom, px.y());
    }
    return new Box(left, top, right - left, bottom - top);
  }

  /** It is on the line when its middle is there, and rides that way, in metres a second. */
  Counted ride(Body body, Point there, Point mps) {
    double speed = Math.hypot(mps.x(), mps.y());
    Point heading = new Point(mps.x() / speed, mps.y() / speed);
    List<Step> way = new ArrayList<>();
    for (double atS = -SECONDS / 2; atS < SECONDS / 2; atS += 1 / RATE_HZ) {
      Point middle = new Point(there.x() + atS * mps.x(), there.y() + atS * mps.y());
      Box seen = shaken(outline(body, middle, heading));
      way.add(new Step(atS, seen, seen, true));
    }
    return counted(outline(body, there, heading), way);
  }

  private Box shaken(Box box) {
    return new Box(
        box.x() + errorPx * random.nextGaussian(),
        box.y() + errorPx * random.nextGaussian(),
        box.w() + errorPx * random.nextGaussian(),
        box.h() + errorPx * random.nextGaussian());
  }

  static Counted counted(Box box, List<Step> way) {
    return new Counted(7, "A", Side.RIGHT, 0, box.centre(), box, way, 1, true, 0, false);
  }
}
