// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;

/** Colours that were measured in rendered shade, and paints that are none. */
class SkyShadeTest {

  private final Mat picture = new Mat(4, 4, CvType.CV_8UC3);
  private final Mat road = new Mat(4, 4, CvType.CV_8UC3);
  private final Mat mask = new Mat(4, 4, CvType.CV_8U);

  @BeforeAll
  static void load() throws Exception {
    io.wayside.opencv.Native.load();
  }

  @AfterEach
  void release() {
    picture.release();
    road.release();
    mask.release();
  }

  private double judged(Scalar now, Scalar usual, double model) {
    picture.setTo(now);
    road.setTo(usual);
    mask.setTo(new Scalar(model));
    new SkyShade().judge(picture, road, mask);
    return mask.get(2, 2)[0];
  }

  @Test
  void whatKeepsMoreOfBlueThanOfRedIsShade() {
    assertThat(judged(new Scalar(97, 97, 97), new Scalar(158, 167, 171), 255)).isEqualTo(127);
    assertThat(judged(new Scalar(73, 69, 68), new Scalar(110, 112, 113), 255)).isEqualTo(127);
  }

  @Test
  void paintsAndWhatIsBrighterAreNone() {
    Scalar asphalt = new Scalar(110, 112, 113);
    assertThat(judged(new Scalar(40, 40, 160), asphalt, 255)).isEqualTo(255);
    assertThat(judged(new Scalar(120, 70, 50), asphalt, 255)).isEqualTo(255);
    assertThat(judged(new Scalar(20, 20, 20), asphalt, 255)).isEqualTo(255);
    assertThat(judged(new Scalar(200, 200, 200), asphalt, 255)).isEqualTo(255);
  }

  @Test
  void whatTheModelTakesForRoadStaysRoad() {
    assertThat(judged(new Scalar(97, 97, 97), new Scalar(158, 167, 171), 0)).isZero();
  }
}
