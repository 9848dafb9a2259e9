// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.sighting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.ground.Body;
import io.wayside.counting.ground.Kind;
import io.wayside.counting.ground.Pinhole;
import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is seen of a block follows from all its corners before a pinhole camera. */
class PoseTest {

  private static final List<Body> BODIES =
      List.of(
          new Body(Kind.TWO_WHEELER, 2, 0.7, 1.6),
          new Body(Kind.LIGHT, 4.4, 1.75, 1.5),
          new Body(Kind.HEAVY, 9, 2.5, 3.2));

  @Test
  void outlinesAreThoseOfThePinholeRoughly() {
    Random random = new Random(6);
    double sum = 0;
    for (int i = 0; i < 500; i++) {
      double tilt = Math.toRadians(18 + 25 * random.nextDouble());
      Pinhole camera = new Pinhole(6 + 4 * random.nextDouble(), 0, tilt, 600, 640, 360);
      double turn = 2 * Math.PI * random.nextDouble();
      Point heading = new Point(Math.sin(turn), Math.cos(turn));
      Point middle = new Point(0, 16 + 6 * random.nextDouble());
      Body body = BODIES.get(i % 3);
      Box seen = new Blocks(camera, 0, random).outline(body, middle, heading);
      double steepness = 640 / (600 * Math.tan(tilt));
      double scale = 1 + steepness * (seen.bottom() - 180) / 640;
      Point now = camera.sees(middle.x(), middle.y(), 0);
      Point next = camera.sees(middle.x() + heading.x() / 100, middle.y() + heading.y() / 100, 0);
      Pose pose =
          Pose.of(
              Math.tan(tilt),
              scale,
              steepness,
              new Point(0, -1),
              new Point(next.x() - now.x(), next.y() - now.y()));
      double perMetre = Math.cos(tilt) / camera.heightM() / steepness;
      Point outline = pose.outline(body, perMetre);
      double px = 640 * scale * perMetre;
      double off =
          Math.abs(Math.log(px * outline.x() / seen.w()))
              + Math.abs(Math.log(px * outline.y() / seen.h()));
      assertThat(off).isLessThan(0.4);
      sum += off;
    }
    assertThat(sum / 500).isLessThan(0.16);
  }

  @Test
  void whatStandsIsTakenToHeadAlongTheView() {
    Pose pose = Pose.of(0.4, 1, 2, new Point(0, -1), new Point(0, 0));
    assertThat(pose.outline(BODIES.get(1), 0.02).x()).isCloseTo(1.75, within(1e-9));
  }
}
