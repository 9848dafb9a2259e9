// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.Blob;
import io.wayside.counting.vision.Box;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Pictures that an encoder holds and renews in steps. */
class CoarsenessTest {

  private static final int W = 320;
  private static final int H = 176;
  private static final int PIXELS = 10_000;
  private static final byte[] ROAD = new byte[PIXELS];

  private final Random random = new Random(7);
  private final Coarseness coarseness = new Coarseness(PIXELS);
  private double nowS;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  /** A picture, and the next one, in which a share of the pixels is so many levels brighter. */
  private void look(Coarseness one, double share, int levels, byte[] foreground) {
    nowS += 1;
    assertThat(one.isDue(nowS)).isTrue();
    byte[] first = one.picture();
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) random.nextInt(160);
    }
    one.see(foreground, nowS);
    assertThat(one.isDue(nowS + 0.04)).isTrue();
    byte[] second = one.picture();
    System.arraycopy(first, 0, second, 0, first.length);
    for (int i = 0; i < share * PIXELS; i++) {
      second[3 * i + random.nextInt(3)] += (byte) levels;
    }
    one.see(foreground, nowS + 0.04);
  }

  @Test
  void theStepIsByHowMuchWhatIsRenewedChanges() {
    for (int levels = 1; levels <= 6; levels++) {
      Coarseness one = new Coarseness(PIXELS);
      for (double share : new double[] {0.01, 0.1, 0.35}) {
        look(one, share, levels, ROAD);
        assertThat(one.stepLevels()).as("%s of it", share).isEqualTo(levels);
      }
    }
  }

  @Test
  void whatIsNotHeldShowsItsNoiseItself() {
    look(coarseness, 0.8, 5, ROAD);
    assertThat(coarseness.stepLevels()).isZero();
  }

  @Test
  void aPictureThatStandsStillTellsNothing() {
    look(coarseness, 0, 5, ROAD);
    assertThat(coarseness.stepLevels()).isZero();
  }

  @Test
  void aPictureInWhichNoRoadIsToBeSeenTellsNothing() {
    byte[] foreground = new byte[PIXELS];
    Arrays.fill(foreground, (byte) 255);
    look(coarseness, 0.2, 5, foreground);
    assertThat(coarseness.stepLevels()).isZero();
    look(coarseness, 0.2, 5, ROAD);
    look(coarseness, 0.2, 5, ROAD);
    assertThat(coarseness.stepLevels()).isEqualTo(5);
  }

  @Test
  void whatPassesIsNoStep() {
    byte[] foreground = new byte[PIXELS];
    for (int i = 0; i < PIXELS / 5; i++) {
      foreground[i] = (byte) 255;
    }
    look(coarseness, 0.2, 90, foreground);
    assertThat(coarseness.stepLevels()).isZero();
    look(coarseness, 0.2, 90, ROAD);
    assertThat(coarseness.stepLevels()).isPositive();
  }

  @Test
  void nineLooksOutvoteWhatPassedUnseen() {
    for (int i = 0; i < 5; i++) {
      look(coarseness, 0.05, 3, ROAD);
    }
    for (int i = 0; i < 4; i++) {
      look(coarseness, 0.05, 6, ROAD);
    }
    assertThat(coarseness.stepLevels()).isEqualTo(3);
  }

  @Test
  void itIsLookedAtTwoPicturesInARowNowAndThen() {
    int looks = 0;
    for (int i = 0; i < 100; i++) {
      double atS = i * 0.04;
      if (coarseness.isDue(atS)) {
        coarseness.see(ROAD, atS);
        looks++;
      }
    }
    assertThat(looks).isBetween(26, 34); // 4 s, two of each 0.25 to 0.3 s
  }

  @Test
  void whatIsRenewedBehindAVehicleIsNobody() {
    try (Drawing drawing = new Drawing(W, H, 3);
        MovingParts parts = new MovingParts(W, H, 7, 95, Optional.empty())) {
      Mat held = drawing.taken().clone();
      for (int i = 0; i < 60; i++) {
        for (int block = 0; block < 4; block++) {
          renew(held, 48 + 16 * random.nextInt(14), 16 * random.nextInt(10), 6);
        }
        List<Blob> seen = parts.of(held, i * 0.04, List.of());
        assertThat(i < 25 ? List.of() : seen).as("picture %d", i).isEmpty();
      }
      Box place = new Box(170, 60, 44, 30);
      draw(held, place, 60);
      List<Blob> seen = parts.of(held, 2.4, List.of());
      assertThat(seen).hasSize(1);
      assertThat(seen.get(0).box().likeness(place)).isGreaterThan(0.8);
      held.release();
    }
  }

  private static void draw(Mat picture, Box place, int grey) {
    Mat there =
        picture.submat((int) place.y(), (int) place.bottom(), (int) place.x(), (int) place.right());
    there.setTo(new Scalar(grey, grey, grey));
    there.release();
  }

  /** A block of 16 pixels becomes brighter or darker by a step. */
  private void renew(Mat picture, int x, int y, int levels) {
    Mat block = picture.submat(y, y + 16, x, x + 16);
    block.convertTo(block, -1, 1, random.nextBoolean() ? levels : -levels);
    block.release();
  }
}
