// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PinholeCameraTest {

  private static final double FOCAL_PX = 600;

  private static PinholeCamera camera(double yawDeg, double tiltDeg) {
    return new PinholeCamera(
        new Vec(1, 2, 8), Math.toRadians(yawDeg), Math.toRadians(tiltDeg), FOCAL_PX, 640, 352);
  }

  @Test
  void whatItLooksAtIsInTheMiddle() {
    // Eight metres high and 45 degrees down: eight metres ahead.
    Pixel seen = camera(0, 45).project(new Vec(1, 10, 0)).orElseThrow();

    assertThat(seen.x()).isCloseTo(319.5, within(1e-9));
    assertThat(seen.y()).isCloseTo(175.5, within(1e-9));
  }

  @Test
  void aMetreAcrossIsTheFocalLengthOverTheDistance() {
    PinholeCamera camera = camera(0, 45);
    double depth = 8 * Math.sqrt(2);
    Pixel left = camera.project(new Vec(0.5, 10, 0)).orElseThrow();
    Pixel right = camera.project(new Vec(1.5, 10, 0)).orElseThrow();

    assertThat(right.x() - left.x()).isCloseTo(FOCAL_PX / depth, within(1e-9));
  }

  @Test
  void theHorizonLiesWhereTheTiltSays() {
    Pixel far = camera(0, 20).project(new Vec(1, 1e9, 0)).orElseThrow();

    assertThat(far.y()).isCloseTo(175.5 - FOCAL_PX * Math.tan(Math.toRadians(20)), within(1e-3));
    assertThat(camera(0, 20).ground(new Pixel(320, far.y() - 1))).isEmpty();
  }

  @Test
  void turnedToTheRightItSeesThingsFartherLeft() {
    Pixel straight = camera(0, 20).project(new Vec(1, 20, 0)).orElseThrow();
    Pixel turned = camera(5, 20).project(new Vec(1, 20, 0)).orElseThrow();

    assertThat(turned.x()).isLessThan(straight.x() - 40);
  }

  @Test
  void aPlaceOnTheRoadIsFoundAgainThroughItsPixel() {
    Random random = new Random(4);
    for (int k = 0; k < 500; k++) {
      PinholeCamera camera = camera(60 * random.nextDouble() - 30, 12 + 40 * random.nextDouble());
      Vec place = new Vec(30 * random.nextDouble() - 15, 6 + 60 * random.nextDouble(), 0);
      camera
          .project(place)
          .ifPresent(
              pixel -> {
                Vec again = camera.ground(pixel).orElseThrow();
                assertThat(again.minus(place).length()).isLessThan(1e-6);
              });
    }
  }

  @Test
  void whatIsBehindItIsNotSeen() {
    assertThat(camera(0, 20).project(new Vec(1, -10, 0))).isEmpty();
  }

  @Test
  void aMarginMovesAllByAsMuch() {
    Pixel plain = camera(7, 20).project(new Vec(2, 20, 1)).orElseThrow();
    Pixel wide = camera(7, 20).withMargin(9).project(new Vec(2, 20, 1)).orElseThrow();

    assertThat(wide.x() - plain.x()).isCloseTo(9, within(1e-9));
    assertThat(wide.y() - plain.y()).isCloseTo(9, within(1e-9));
  }
}
