// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;

/** Pictures of a camera that moves, held against one of the road. */
class SteadyingTest {

  private static final int MARGIN = 12;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  /** Grass and trees to all sides, without any pattern. */
  private static Mat land(int width, int height) {
    byte[] pixels = new byte[(width + 2 * MARGIN) * (height + 2 * MARGIN) * 3];
    new Random(5).nextBytes(pixels);
    Mat land = new Mat(height + 2 * MARGIN, width + 2 * MARGIN, CvType.CV_8UC3);
    land.put(0, 0, pixels);
    Imgproc.GaussianBlur(land, land, new Size(0, 0), 2.5);
    Core.normalize(land, land, 0, 255, Core.NORM_MINMAX);
    return land;
  }

  /** What a camera sees that has moved, with a vehicle that stays where it is in the picture. */
  private static Mat seen(Mat land, int x, int y, int grey) {
    int width = land.cols() - 2 * MARGIN;
    int height = land.rows() - 2 * MARGIN;
    Mat seen = land.submat(new Rect(MARGIN + x, MARGIN + y, width, height)).clone();
    Rect vehicle = new Rect(width / 2, height / 3, width / 6, height / 6);
    if (grey >= 0) {
      Imgproc.rectangle(seen, vehicle, new Scalar(grey, grey, grey), -1);
    }
    return seen;
  }

  private static double apart(Mat a, Mat b) {
    return Core.norm(a, b, Core.NORM_L1) / a.total() / 3;
  }

  /** Sizes whose halves OpenCV transforms as they are, and such as it has to enlarge. */
  @ParameterizedTest
  @CsvSource({"320,180", "320,240", "320,176", "284,214", "320,135"})
  void aPictureIsMovedBackToWhereTheRoadIs(int width, int height) {
    Mat land = land(width, height);
    Mat road = seen(land, 0, 0, -1);
    try (Steadying steadying = new Steadying()) {
      for (int x = -8; x <= 8; x += 4) {
        for (int y = -6; y <= 6; y += 3) {
          if (x != 0 || y != 0) {
            Mat picture = seen(land, x, y, 230);
            double before = apart(picture, road);
            steadying.steady(picture, road, true);
            assertThat(steadying.shiftPx())
                .as("%d, %d", x, y)
                .isBetween(Math.hypot(x, y) - 1.1, Math.hypot(x, y) + 1.1);
            assertThat(apart(picture, road)).as("%d, %d", x, y).isLessThan(0.6 * before);
            picture.release();
          }
        }
      }
    }
    road.release();
    land.release();
  }

  @ParameterizedTest
  @CsvSource({"320,180", "320,240", "320,176"})
  void whatStandsStillIsLeftAsItIs(int width, int height) {
    Mat land = land(width, height);
    Mat road = seen(land, 0, 0, -1);
    Mat picture = seen(land, 0, 0, 230);
    Mat before = picture.clone();
    try (Steadying steadying = new Steadying()) {
      steadying.steady(picture, road, true);
      assertThat(steadying.shiftPx()).isZero();
      assertThat(apart(picture, before)).isZero();
    }
    land.release();
    road.release();
    picture.release();
    before.release();
  }

  /** Where a road is never empty what is usual has vehicles on it as well. */
  @ParameterizedTest
  @CsvSource({"320,180", "320,240", "320,176"})
  void trafficThatMovesOnIsNoCameraThatMoves(int width, int height) {
    Mat land = land(width, height);
    Mat road = seen(land, 0, 0, -1);
    Mat picture = road.clone();
    Mat traffic = land(width, height);
    Rect lanes = new Rect(width / 8, 0, 2 * width / 3, height);
    Rect movedOn = new Rect(MARGIN + width / 8, MARGIN + 6, 2 * width / 3, height);
    Mat to = picture.submat(lanes);
    traffic.submat(movedOn).copyTo(to);
    Mat before = picture.clone();
    try (Steadying steadying = new Steadying()) {
      steadying.steady(picture, road, true);
      assertThat(steadying.shiftPx()).isZero();
      assertThat(apart(picture, before)).isZero();
    }
    for (Mat one : new Mat[] {land, road, picture, traffic, to, before}) {
      one.release();
    }
  }

  @Test
  void nothingIsHeldAgainstARoadThatIsNotKnown() {
    Mat land = land(320, 180);
    Mat road = seen(land, 0, 0, -1);
    Mat picture = seen(land, 6, 4, 230);
    try (Steadying steadying = new Steadying()) {
      steadying.steady(picture, road, false);
      assertThat(steadying.shiftPx()).isZero();
      steadying.steady(picture, road, true);
      assertThat(steadying.shiftPx()).isPositive();
    }
    land.release();
    road.release();
    picture.release();
  }
}
