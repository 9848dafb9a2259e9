// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Point;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Bodies with panes and lamps are drawn where they are; where they went is known. */
class FeaturesTest {

  private static final int W = 160;
  private static final int H = 120;
  private static final Point NOWHERE = new Point(0, 0);

  private final Random random = new Random(8);
  private Mat grey;
  private Mat foreground;
  private Features features;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @BeforeEach
  void begin() {
    grey = new Mat(H, W, CvType.CV_8U);
    foreground = new Mat(H, W, CvType.CV_8U);
    features = new Features(grey, foreground);
  }

  @AfterEach
  void end() {
    features.close();
    grey.release();
    foreground.release();
  }

  /** Brightness of a body at a place of it, with steps that are a little soft. */
  private static double body(double x, double y, int kind) {
    double pane = soft(x, 6, 18) * soft(y, 6 + kind, 14 + kind);
    double lamps = (soft(x, 2, 6) + soft(x, 18, 22)) * soft(y, 20, 24);
    return 120 + 30 * kind - 80 * pane + 90 * lamps;
  }

  private static double soft(double at, double from, double to) {
    return Math.max(0, Math.min(1, Math.min(at - from, to - at) + 0.5));
  }

  /** The road with grain, then bodies of 24 by 28, later ones before earlier ones. */
  private void draw(double light, Box... bodies) {
    byte[] pixels = new byte[W * H];
    byte[] there = new byte[W * H];
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double value = 90 + 20 * ((x / 9 + y / 7) % 2);
        for (int k = 0; k < bodies.length; k++) {
          Box box = bodies[k];
          if (x >= box.x() && x < box.right() && y >= box.y() && y < box.bottom()) {
            value = body(x - box.x(), y - box.y(), k);
            there[y * W + x] = -1;
          }
        }
        double shown = light * value + 1.5 * random.nextGaussian();
        pixels[y * W + x] = (byte) Math.max(0, Math.min(255, Math.round(shown)));
      }
    }
    grey.put(0, 0, pixels);
    foreground.put(0, 0, there);
  }

  private static Box at(double x, double y) {
    return new Box(x, y, 24, 28);
  }

  @Test
  void whatMovesIsFoundWhereItWentAtAnySpeedAndPartsOfPixels() {
    for (double step : new double[] {0.3, 1.1, 2.7, 5, 8}) {
      Box box = at(60, 20);
      long vehicle = Math.round(10 * step);
      draw(1, box);
      features.shift(vehicle, box, List.of(), NOWHERE);
      double went = 0;
      Point expected = NOWHERE;
      int pictures = (int) Math.min(40, 60 / step);
      for (int i = 1; i <= pictures; i++) {
        draw(1, at(60, 20 + step * i));
        Point shift = features.shift(vehicle, at(60, 20 + went), List.of(), expected).orElseThrow();
        went += shift.y();
        expected = shift;
        assertThat(shift.x()).isCloseTo(0, within(0.5));
      }
      assertThat(went)
          .as("%s a picture", step)
          .isCloseTo(step * pictures, within(1.5 + 0.1 * step * pictures));
    }
  }

  @Test
  void whatStandsDoesNotDriftThoughTheLightChanges() {
    Box box = at(60, 40);
    draw(1, box);
    features.shift(1, box, List.of(), NOWHERE);
    for (int i = 0; i < 400; i++) {
      draw(1 + 0.2 * Math.sin(i / 40.0), box);
      assertThat(features.shift(1, box, List.of(), NOWHERE)).contains(NOWHERE);
    }
    draw(1, at(60, 44));
    Point shift = features.shift(1, box, List.of(), NOWHERE).orElseThrow();
    assertThat(shift.y()).isCloseTo(4, within(0.7));
  }

  @Test
  void whoHidesItDoesNotTakeItAlongAndItIsFoundAgain() {
    Box box = at(60, 40);
    draw(1, box);
    features.shift(1, box, List.of(), NOWHERE);
    for (int i = 0; i < 28; i++) {
      Box passes = at(5 + 5 * i, 46);
      draw(1, box, passes);
      Optional<Point> shift = features.shift(1, box, List.of(passes), NOWHERE);
      shift.ifPresent(one -> assertThat(one).isEqualTo(NOWHERE));
    }
    draw(1, box);
    assertThat(features.shift(1, box, List.of(), NOWHERE)).contains(NOWHERE);
  }

  @Test
  void ofTwoThatTouchEachGoesItsOwnWay() {
    Box first = at(60, 30);
    Box second = at(60, 55);
    draw(1, first, second);
    features.shift(1, first, List.of(second), NOWHERE);
    features.shift(2, second, List.of(), NOWHERE);
    double went = 0;
    for (int i = 1; i <= 8; i++) {
      draw(1, at(60, 30 - 2.0 * i), second);
      Point shift = features.shift(1, first.moved(0, went), List.of(second), NOWHERE).orElseThrow();
      went += shift.y();
      assertThat(features.shift(2, second, List.of(), NOWHERE)).contains(NOWHERE);
    }
    assertThat(went).isCloseTo(-16, within(1.5));
  }

  @Test
  void whatHasNoCornersIsNotFound() {
    grey.setTo(new Scalar(100));
    foreground.setTo(new Scalar(255));
    features.shift(1, at(60, 40), List.of(), NOWHERE);
    assertThat(features.shift(1, at(60, 40), List.of(), NOWHERE)).isEmpty();
  }

  @Test
  void whoIsNotKeptBeginsAnew() {
    draw(1, at(60, 40));
    features.shift(1, at(60, 40), List.of(), NOWHERE);
    features.keep(Set.of());
    draw(1, at(60, 44));
    assertThat(features.shift(1, at(60, 44), List.of(), NOWHERE)).contains(NOWHERE);
  }
}
