// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/** A street by night, drawn with its lamps, and cars with beams that come down the picture. */
class LamplightTest {

  private static final int W = 320;
  private static final int H = 176;
  private static final double EVERY_S = 0.08;

  /** Half of a car's width, and its height, in pixels. */
  private static final int HALF = 20;

  private static final int HIGH = 28;

  private final Random random = new Random(5);
  private final double[][] road = new double[H][W];
  private final double[][] light = new double[H][W];
  private final byte[] pixels = new byte[W * H * 3];
  private final Mat picture = new Mat(H, W, CvType.CV_8UC3);
  private final MovingParts parts = new MovingParts(W, H, 7, 95, Optional.empty());
  private int taken;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @AfterEach
  void close() {
    parts.close();
    picture.release();
  }

  /** Bright asphalt with stripes across. */
  private void street(double grey) {
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        road[y][x] = y / 8 % 5 == 0 && x / 12 % 2 == 0 ? 1.5 * grey : grey;
        light[y][x] = 1;
      }
    }
  }

  /** A beam that makes the road so many times brighter where it is brightest. */
  private void beam(double atX, double atY, double times) {
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double far = Math.pow((x - atX) / 26, 2) + Math.pow((y - atY) / 22, 2);
        light[y][x] += (times - 1) * Math.exp(-far);
      }
    }
  }

  /** What a wet road shows of a lamp: narrow, and drawn out downwards. */
  private void image(double atX, double atY, double times) {
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        double far = Math.pow((x - atX) / 2.5, 2) + Math.pow((y - atY) / 26, 2);
        light[y][x] += (times - 1) * Math.exp(-far);
      }
    }
  }

  private List<Blob> seen(Box... cars) {
    for (int y = 0; y < H; y++) {
      for (int x = 0; x < W; x++) {
        int value = (int) Math.round(road[y][x] * light[y][x] + random.nextGaussian());
        put(x, y, value);
      }
    }
    for (Box car : cars) {
      draw(car);
    }
    picture.put(0, 0, pixels);
    return parts.of(picture, EVERY_S * taken++, List.of());
  }

  /** Dark, with a windscreen, a bumper and two lamps. */
  private void draw(Box car) {
    for (int y = 0; y < HIGH; y++) {
      for (int x = 0; x < 2 * HALF; x++) {
        boolean lamp = y > 16 && y < 22 && (x < 7 || x >= 2 * HALF - 7);
        boolean glass = y > 4 && y < 12;
        put((int) car.x() + x, (int) car.y() + y, lamp ? 255 : glass ? 12 : y > 24 ? 90 : 30);
      }
    }
  }

  private void put(int x, int y, int value) {
    if (x >= 0 && y >= 0 && x < W && y < H) {
      byte grey = (byte) Math.max(0, Math.min(255, value));
      int at = 3 * (y * W + x);
      pixels[at] = grey;
      pixels[at + 1] = grey;
      pixels[at + 2] = grey;
    }
  }

  private static Box car(double x, double y) {
    return new Box(x - HALF, y, 2 * HALF, HIGH);
  }

  private void empty(int pictures) {
    for (int i = 0; i < pictures; i++) {
      seen();
    }
  }

  /** Somebody's beam has come along the road before. */
  private void beamsPass(double grey) {
    for (int i = 0; i < 10; i++) {
      street(grey);
      beam(220, 20 + 8 * i, 2);
      seen();
    }
    street(grey);
    seen();
  }

  @Test
  void underStreetLampsTheBeamBetweenTwoCarsIsNobody() {
    street(95);
    parts.withoutGround();
    empty(40);
    beamsPass(95);
    assertThat(parts.isDark()).isTrue();
    street(95);
    beam(160, 75, 2.2);
    beam(160, 155, 2.2);
    List<Blob> seen = seen(car(160, 20), car(160, 100));
    assertThat(seen).filteredOn(one -> one.area() > 300).hasSize(2);
    assertThat(seen).filteredOn(one -> one.box().likeness(car(160, 20)) > 0.7).hasSize(1);
    assertThat(seen).filteredOn(one -> one.box().likeness(car(160, 100)) > 0.7).hasSize(1);
  }

  @Test
  void whereTheGroundIsKnownABrightStreetStaysADay() {
    street(95);
    empty(40);
    beamsPass(95);
    assertThat(parts.isDark()).isFalse();
  }

  /** A bright van with windows and joints, that is so much brighter than the road. */
  private void van(int left, double more) {
    street(95);
    for (int y = 40; y < 120; y++) {
      for (int x = left; x < left + 90; x++) {
        light[y][x % W] = y % 7 == 0 ? 0.6 : more;
      }
    }
  }

  @Test
  void byDayBrightVehiclesAreNoLight() {
    street(95);
    parts.withoutGround();
    empty(40);
    for (double more : new double[] {1.15, 1.25, 2}) {
      int found = 0;
      for (int i = 0; i < 24; i++) {
        van(15 * i, more);
        found += seen().isEmpty() ? 0 : 1;
        assertThat(parts.isDark()).isFalse();
      }
      assertThat(found).as("%s of the road", more).isEqualTo(24);
    }
  }

  @Test
  void whatAWetRoadMirrorsAtNightIsNoPartOfWhomItMirrors() {
    street(38);
    parts.withoutGround();
    empty(40);
    street(38);
    for (double x : new double[] {143.5, 176.5}) {
      image(x, 110, 3.5);
    }
    List<Blob> seen = seen(car(160, 30));
    assertThat(parts.isDark()).isTrue();
    assertThat(seen).filteredOn(one -> one.area() > 100).hasSize(1);
    assertThat(seen.get(0).box().bottom()).isLessThan(75);
  }

  @Test
  void itIsForgottenThatLampsLitTheRoad() {
    street(95);
    parts.withoutGround();
    empty(40);
    beamsPass(95);
    assertThat(parts.isDark()).isTrue();
    for (int i = 0; i < 120; i++) {
      van(15 * i, 1.18);
      seen();
    }
    assertThat(parts.isDark()).isFalse();
  }
}
