// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Lamps, halos, beams and lit markings drawn onto a dark road. */
class LampsTest {

  private static final int W = 320;
  private static final int H = 176;

  private final Mats mats = new Mats();
  private final Lamps lamps = new Lamps(W);
  private final Mat usual = mats.kept(new Mat(H, W, CvType.CV_8UC3, new Scalar(45, 45, 48)));
  private final Random random = new Random(4);

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @AfterEach
  void close() {
    lamps.close();
    mats.close();
  }

  private Mat picture() {
    return mats.kept(usual.clone());
  }

  /** Light that falls off smoothly from a place, added to what is there. */
  private static void glow(Mat picture, double x, double y, double radius, double level) {
    byte[] row = new byte[3 * W];
    for (int py = 0; py < H; py++) {
      picture.get(py, 0, row);
      for (int px = 0; px < W; px++) {
        double far = Math.hypot(px + 0.5 - x, py + 0.5 - y) / radius;
        double more = level / (1 + far * far * far);
        for (int c = 0; c < 3; c++) {
          row[3 * px + c] = (byte) Math.min(255, (row[3 * px + c] & 255) + more);
        }
      }
      picture.put(py, 0, row);
    }
  }

  @Test
  void anEmptyRoadHasNone() {
    assertThat(lamps.in(picture(), usual, 255)).isEmpty();
  }

  @Test
  void lampsAreFoundWhereTheyAre() {
    for (int i = 0; i < 50; i++) {
      Mat picture = picture();
      double x = 40 + 100 * random.nextDouble();
      double y = 30 + 100 * random.nextDouble();
      double apart = 30 + 40 * random.nextDouble();
      double radius = 1.5 + 2 * random.nextDouble();
      glow(picture, x, y, radius, 500);
      glow(picture, x + apart, y, radius, 500);
      List<Spot> seen = lamps.in(picture, usual, 255);
      assertThat(seen).hasSize(2);
      for (Point lamp : List.of(new Point(x, y), new Point(x + apart, y))) {
        assertThat(seen).anyMatch(spot -> spot.at().distance(lamp) < 1);
      }
      assertThat(seen).noneMatch(Spot::red);
    }
  }

  @Test
  void aTailLampIsRed() {
    Mat picture = picture();
    Imgproc.circle(picture, new org.opencv.core.Point(100, 80), 2, new Scalar(60, 80, 230), -1);
    List<Spot> seen = lamps.in(picture, usual, 255);
    assertThat(seen).hasSize(1);
    assertThat(seen.get(0).red()).isTrue();
  }

  @Test
  void aBeamAndAMarkingWithinItAreNone() {
    Imgproc.rectangle(usual, new Rect(150, 0, 4, H), new Scalar(120, 120, 120), -1);
    Mat picture = picture();
    picture.convertTo(picture, -1, 2.1, 0);
    assertThat(lamps.in(picture, usual, 255)).isEmpty();
    Mat beam = picture();
    glow(beam, 150, 90, 40, 110);
    assertThat(lamps.in(beam, usual, 255)).isEmpty();
  }

  @Test
  void aLampThatAlwaysShoneIsNone() {
    Mat picture = picture();
    glow(picture, 100, 80, 2, 500);
    assertThat(lamps.in(picture, picture, 255)).isEmpty();
  }
}
