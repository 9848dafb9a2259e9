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
  void itWentAsFarAsItsFrontWhileMoreOfItIsSeen() {
    Random random = new Random(6);
    for (int i = 0; i < 200; i++) {
      Box body = new Box(200 - 5 - random.nextInt(20), 100 - 5 - random.nextInt(20), 90, 60);
      Entrance entrance = new Entrance(seen(body), PICTURE);
      double left = random.nextInt(40);
      double up = random.nextInt(30);
      Box now = body.moved(-left, -up);
      assertThat(entrance.wentPx(seen(body), seen(now))).isEqualTo(Math.hypot(left, up));
      Box inside = body.moved(-110, -80);
      assertThat(entrance.wentPx(inside, inside.moved(-7, -3))).isEqualTo(Math.hypot(7, 3));
    }
  }

  @Test
  void whatWasFirstSeenAwayFromTheEdgesWentAsFarAsItsMiddle() {
    Entrance entrance = new Entrance(new Box(50, 50, 10, 10), PICTURE);
    assertThat(entrance.wentPx(new Box(180, 50, 10, 10), new Box(190, 50, 10, 20)))
        .isEqualTo(Math.hypot(10, 5));
  }

  /** A bus: its front goes on at 20 pixels a second, the middle of what is seen at half of that. */
  @Test
  void whatComesInDoesNotStand() {
    Tempo tempo = new Tempo();
    Track bus = null;
    for (int i = 0; i < 50; i++) {
      double atS = i / 25.0;
      tempo.picture(atS);
      Box now = seen(new Box(195 - 20 * atS, 60 - 3 * atS, 150, 100));
      if (bus == null) {
        bus = new Track(1, now, atS, tempo, new Entrance(now, PICTURE));
      } else {
        bus.sawAlone(now, atS);
        assertThat(bus.standsS()).as("after %.2f s", atS).isLessThan(0.7);
      }
    }
  }

  @Test
  void whatWasFirstSeenAwayFromTheEdgesDidNotComeInOverOne() {
    Entrance entrance = new Entrance(new Box(50, 50, 10, 10), PICTURE);
    assertThat(entrance.cameIn(new Box(10, 10, 10, 10))).isZero();
  }
}
