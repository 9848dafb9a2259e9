// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivacyMaskTest {

  private static final Size SIZE = new Size(40, 30);

  private static boolean[] hidden(String polygon, Size size, Size ofNative) {
    return new PrivacyMask(List.of(Polygon.parse(polygon))).hidden(size, ofNative);
  }

  @Test
  void aRectangleHidesItsPixelsAndAtMostThoseItTouches() {
    boolean[] hidden = hidden("10,5 20,5 20,8 10,8", SIZE, SIZE);

    for (int y = 0; y < 30; y++) {
      for (int x = 0; x < 40; x++) {
        if (x >= 10 && x < 20 && y >= 5 && y < 8) {
          assertThat(hidden[y * 40 + x]).as("inside %d,%d", x, y).isTrue();
        } else if (x < 9 || x > 20 || y < 4 || y > 8) {
          assertThat(hidden[y * 40 + x]).as("outside %d,%d", x, y).isFalse();
        }
      }
    }
  }

  @Test
  void hiddenPixelsBecomeBlackAndTheOthersStay() {
    byte[] white = new byte[SIZE.bytes()];
    Arrays.fill(white, (byte) 0xff);
    PrivacyMask mask = new PrivacyMask(List.of(Polygon.parse("0,0 5,0 0,5")));
    mask.apply(new Picture(white, SIZE, SIZE, 0, 0));

    assertThat(Arrays.copyOf(white, 9)).containsOnly(0);
    assertThat(Arrays.copyOfRange(white, 3 * 600, 3 * 601)).containsOnly(0xff);
  }

  /** The JDK's own areas are the judge of what a polygon touches. */
  @Test
  void everyPixelThatAPolygonTouchesIsHiddenAndNoneFarFromIt() {
    Random random = new Random(11);
    for (int round = 0; round < 150; round++) {
      int corners = 3 + random.nextInt(5);
      Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < corners; k++) {
        double x = random.nextInt(500) / 10.0 - 5;
        double y = random.nextInt(400) / 10.0 - 5;
        text.append(x).append(',').append(y).append(' ');
        if (k == 0) {
          path.moveTo(x, y);
        } else {
          path.lineTo(x, y);
        }
      }
      path.closePath();
      Area area = new Area(path);
      boolean[] hidden = hidden(text.toString(), SIZE, SIZE);
      for (int y = 0; y < 30; y++) {
        for (int x = 0; x < 40; x++) {
          if (area.intersects(new Rectangle2D.Double(x + 0.01, y + 0.01, 0.98, 0.98))) {
            assertThat(hidden[y * 40 + x]).as("%s at %d,%d", text, x, y).isTrue();
          } else if (!area.intersects(new Rectangle2D.Double(x - 1.01, y - 1.01, 3.02, 3.02))) {
            assertThat(hidden[y * 40 + x]).as("%s far at %d,%d", text, x, y).isFalse();
          }
        }
      }
    }
  }

  @Test
  void inAScaledPictureItLiesWhereItLayInTheNativeOneAndReachesFurther() {
    boolean[] hidden = hidden("400,150 800,150 800,300 400,300", SIZE, new Size(1600, 900));

    // 10 to 20 across, 5 to 10 down, and two pixels more.
    assertThat(hidden[7 * 40 + 8]).isTrue();
    assertThat(hidden[7 * 40 + 21]).isTrue();
    assertThat(hidden[3 * 40 + 15]).isTrue();
    assertThat(hidden[7 * 40 + 5]).isFalse();
    assertThat(hidden[7 * 40 + 25]).isFalse();
    assertThat(hidden[15 * 40 + 15]).isFalse();
  }

  @Test
  void aMaskFollowsTheSizeOfThePicture() {
    PrivacyMask mask = new PrivacyMask(List.of(Polygon.parse("0,0 1600,0 1600,900 0,900")));

    assertThat(mask.hidden(SIZE, new Size(1600, 900))).containsOnly(true).hasSize(1_200);
    assertThat(mask.hidden(new Size(8, 8), new Size(1600, 900))).containsOnly(true).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1,1 2,2", "1,1 2,2 3", "a,b 1,1 2,2", "1,1 2,2 NaN,3", "1,2,3 4,5 6,7"})
  void whatIsNoPolygonIsRefusedInWordsThatSayHow(String text) {
    assertThatThrownBy(() -> Polygon.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("three or more corners");
  }
}
