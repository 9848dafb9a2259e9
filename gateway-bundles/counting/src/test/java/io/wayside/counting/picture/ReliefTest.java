// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.counting.vision.Box;
import io.wayside.counting.vision.Foreground;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Rect;
import org.opencv.core.Scalar;
import org.opencv.imgproc.Imgproc;

/** Shadows, beams and vehicles painted onto a road with markings. */
class ReliefTest {

  private static final int W = 160;
  private static final int H = 100;
  private static final Rect PLACE = new Rect(50, 30, 40, 30);

  private final Mats mats = new Mats();
  private Relief relief;
  private LogRatio ratio;
  private Mat usual;
  private Mat picture;
  private Mat seeds;

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @AfterEach
  void close() {
    relief.close();
    ratio.close();
    mats.close();
  }

  private void road(double grey) {
    relief = new Relief();
    ratio = new LogRatio();
    usual = mats.kept(new Mat(H, W, CvType.CV_8U, new Scalar(grey)));
    Imgproc.rectangle(usual, new Rect(66, 0, 4, H), new Scalar(1.6 * grey), -1);
    picture = mats.kept(usual.clone());
    seeds = mats.kept(new Mat(H, W, CvType.CV_8U, new Scalar(0)));
  }

  /** Multiplies the light within a place. */
  private void light(Rect place, double factor) {
    Mat part = picture.submat(place);
    part.convertTo(part, -1, factor, 0);
    part.release();
  }

  private int judged(double model) {
    Mat different = mats.one();
    Core.absdiff(picture, usual, different);
    Imgproc.threshold(different, different, 8, 255, Imgproc.THRESH_BINARY);
    Mat mask = mats.kept(new Mat(H, W, CvType.CV_8U, new Scalar(0)));
    mask.setTo(new Scalar(model), different);
    if (model > 200) {
      different.copyTo(seeds);
    }
    relief.judge(
        picture,
        usual,
        ratio.of(picture, usual),
        different,
        mask,
        seeds,
        Core.mean(usual).val[0] < 60);
    return Core.countNonZero(seeds);
  }

  @Test
  void aShadowOverAMarkingHasNoSeeds() {
    road(110);
    light(PLACE, 0.6);
    assertThat(judged(127)).isZero();
  }

  @Test
  void aDarkVehicleThatTheModelTakesForShadowHasSeedsWhereItHasEdges() {
    road(110);
    light(PLACE, 0.8);
    light(new Rect(58, 36, 24, 8), 0.65);
    assertThat(judged(127)).isGreaterThan(60);
  }

  @Test
  void theBeamOfALampOnADarkRoadIsNoSeed() {
    road(35);
    for (int x = 0; x < 40; x++) {
      light(new Rect(50 + x, 30, 1, 30), 1 + 1.5 * Math.exp(-Math.pow((x - 20) / 9.0, 2)));
    }
    assertThat(judged(255)).isLessThan(40);
  }

  @Test
  void aLampIsASeedAtNight() {
    road(35);
    Imgproc.rectangle(picture, new Rect(80, 40, 6, 6), new Scalar(250), -1);
    assertThat(judged(255)).isGreaterThanOrEqualTo(16);
  }

  @Test
  void byDayWhatIsBrighterStaysASeed() {
    road(110);
    light(PLACE, 1.4);
    assertThat(judged(255)).isGreaterThan(PLACE.width * PLACE.height * 9 / 10);
  }

  @Test
  void aDrawnVehicleAsDarkAsAShadowIsOnePart() {
    road(110);
    try (Drawing drawing = new Drawing(320, 176, 5);
        MovingParts parts = new MovingParts(320, 176, 7, 60, java.util.Optional.empty())) {
      for (int i = 0; i < 40; i++) {
        parts.of(drawing.taken(), i * 0.05, java.util.List.of());
      }
      drawing.put(new Box(120, 60, 44, 40), 78);
      drawing.put(new Box(126, 68, 32, 12), 60);
      drawing.put(new Box(124, 88, 36, 4), 58);
      var blobs = parts.of(drawing.taken(), 2.05, java.util.List.of());
      assertThat(blobs).isNotEmpty();
      assertThat(blobs.get(0).box().w()).isGreaterThan(25);
      Foreground foreground = parts;
      assertThat(foreground.inRow(74, 120, 164)).isPositive();
    }
  }
}
