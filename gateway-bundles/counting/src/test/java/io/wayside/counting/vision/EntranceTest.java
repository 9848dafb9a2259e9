// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A rigid body comes in over an edge: how far it went is known from the drawing. */
class EntranceTest {

  private static final Box PICTURE = new Box(0, 0, 200, 100);

  private static Box seen(Box body) {
    double x = Math.max(0, body.x());
    double y = Math.max(0, body.y());
    return new Box(x, y, Math.min(200, body.right()) - x, Math.min(100, body.bottom()) - y);
  }

  @Test
  void itCameAsFarAsItsFrontWent() {
    Random random = new Random(5);
    double[][] ways = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    for (int i = 0; i < 200; i++) {
      double[] way = ways[i % 4];
      double w = 20 + random.nextInt(20);
      double h = 20 + random.nextInt(20);
      double first = 3 + random.nextInt(6);
      Box body =
          new Box(
              way[0] > 0 ? first - w : way[0] < 0 ? 200 - first : 80,
              way[1] > 0 ? first - h : way[1] < 0 ? 100 - first : 40,
              w,
              h);
      double went = random.nextInt(15);
      Entrance entrance = new Entrance(seen(body), PICTURE);
      Box now = seen(body.moved(went * way[0], went * way[1]));
      assertThat(entrance.cameIn(now)).isEqualTo(went);
    }
  }

  @Test
  void whatWasFirstSeenAwayFromTheEdgesDidNotComeInOverOne() {
    Entrance entrance = new Entrance(new Box(50, 50, 10, 10), PICTURE);
    assertThat(entrance.cameIn(new Box(10, 10, 10, 10))).isZero();
  }
}
