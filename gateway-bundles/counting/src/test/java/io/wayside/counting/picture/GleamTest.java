// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.Point;
import io.wayside.counting.vision.Spot;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** A road with noise of the sensor, and light of tail lamps on it. */
class GleamTest {

  private static final int W = 320;
  private static final int H = 176;

  private final Mats mats = new Mats();
  private final Mat usual = mats.kept(new Mat(H, W, CvType.CV_8UC3, new Scalar(70, 68, 66)));
  private final Random random = new Random(5);

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @AfterEach
  void close() {
    mats.close();
  }

  /** A tail lamp whose image lies at a place. */
  private static Spot above(Point image, double w, double h) {
    return new Spot(new Point(image.x(), image.y() - 24), w, h, true);
  }

  private static boolean shines(Gleam gleam, double x, double y) {
    Point image = new Point(x, y);
    return gleam.shines(above(image, 4, 3), image, 8);
  }

  /** The road with light on it: blue, green and red by place. */
  private Mat lit(double x, double y, double radius, double[] more) {
    Mat picture = mats.kept(usual.clone());
    byte[] row = new byte[3 * W];
    for (int py = 0; py < H; py++) {
      picture.get(py, 0, row);
      for (int px = 0; px < W; px++) {
        double far = Math.hypot(px + 0.5 - x, py + 0.5 - y) / radius;
        for (int c = 0; c < 3; c++) {
          double level = (row[3 * px + c] & 255) + more[c] / (1 + Math.pow(far, 6));
          double noisy = level + 3 * random.nextGaussian();
          row[3 * px + c] = (byte) Math.max(0, Math.min(255, Math.round(noisy)));
        }
      }
      picture.put(py, 0, row);
    }
    return picture;
  }

  @Test
  void theImageOfATailLampIsSeenWhereItIs() {
    for (int i = 0; i < 100; i++) {
      double x = 60 + 200 * random.nextDouble();
      double y = 60 + 80 * random.nextDouble();
      Gleam gleam = new Gleam(lit(x, y, 2.5, new double[] {0, 5, 50}), usual);
      assertThat(shines(gleam, x, y)).isTrue();
      assertThat(shines(gleam, x + 20, y)).isFalse();
      assertThat(shines(gleam, x, y - 20)).isFalse();
    }
  }

  @Test
  void whatALampThrowsOntoADryRoadIsNoImage() {
    for (int i = 0; i < 100; i++) {
      Gleam gleam = new Gleam(lit(160, 90, 45, new double[] {0, 2, 60}), usual);
      double x = 160 + 30 * (random.nextDouble() - 0.5);
      assertThat(shines(gleam, x, 90)).isFalse();
    }
  }

  @Test
  void whatIsBrighterAltogetherHasNothingOfATailLamp() {
    for (int i = 0; i < 100; i++) {
      Gleam gleam = new Gleam(lit(160, 90, 2.5, new double[] {60, 60, 60}), usual);
      assertThat(shines(gleam, 160, 90)).isFalse();
    }
  }

  @Test
  void redPaintIsNoImageThoughItIsRedderThanTheRoadBesideIt() {
    Mat picture = mats.kept(usual.clone());
    Imgproc.rectangle(picture, new Rect(154, 50, 12, 60), new Scalar(60, 60, 160), -1);
    Gleam gleam = new Gleam(picture, usual);
    for (double y = 80; y < 108; y++) {
      assertThat(shines(gleam, 160, y)).isFalse();
    }
  }

  @Test
  void headLampsHaveImagesThatAreLampsToLookAt() {
    Gleam gleam = new Gleam(lit(160, 90, 2.5, new double[] {60, 60, 60}), usual);
    Spot white = new Spot(new Point(160, 66), 4, 3, false);
    assertThat(gleam.shines(white, new Point(160, 90), 8)).isFalse();
  }

  @Test
  void nothingIsSeenBeyondThePicture() {
    Gleam gleam = new Gleam(lit(160, 90, 2.5, new double[] {0, 0, 60}), usual);
    for (Point at : new Point[] {new Point(2, 90), new Point(317, 90), new Point(160, 178)}) {
      assertThat(shines(gleam, at.x(), at.y())).isFalse();
    }
  }
}
