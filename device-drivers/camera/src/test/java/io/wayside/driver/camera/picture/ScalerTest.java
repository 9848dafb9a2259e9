// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScalerTest {

  private static Picture picture(int width, int height, byte... bgr) {
    Size size = new Size(width, height);
    return new Picture(bgr, size, size, 42, 3);
  }

  @Test
  void eachPixelIsTheMeanOfThoseItCovers() {
    byte[] two = {0, 10, 100, 100, 20, 0, 10, 30, 0, 10, 40, 0};
    Picture one = new Scaler(new Size(1, 1)).scaled(picture(2, 2, two));

    assertThat(one.bgr()).containsExactly(30, 25, 25);
    assertThat(one.size()).isEqualTo(new Size(1, 1));
    assertThat(one.nativeSize()).isEqualTo(new Size(2, 2));
    assertThat(one.arrivedNanos()).isEqualTo(42);
    assertThat(one.skippedBefore()).isEqualTo(3);
  }

  @Test
  void aPictureOfTheWantedSizeStaysAsItIs() {
    Picture same = picture(1, 1, (byte) 1, (byte) 2, (byte) 3);

    assertThat(new Scaler(new Size(1, 1)).scaled(same)).isSameAs(same);
  }

  @Test
  void anySizeBecomesAnyOtherWithinTheRangeOfItsValues() {
    Random random = new Random(5);
    for (int round = 0; round < 300; round++) {
      int width = 1 + random.nextInt(40);
      int height = 1 + random.nextInt(40);
      byte[] grey = new byte[3 * width * height];
      Arrays.fill(grey, (byte) 200);
      Size wanted = new Size(1 + random.nextInt(50), 1 + random.nextInt(50));
      Picture scaled = new Scaler(wanted).scaled(picture(width, height, grey));

      assertThat(scaled.bgr()).containsOnly(200).hasSize(wanted.bytes());
    }
  }

  @Test
  void noPictureIsEmptyOrEndless() {
    assertThat(Size.isPossible(0, 5)).isFalse();
    assertThat(Size.isPossible(65_536, 65_536)).isFalse();
    assertThatThrownBy(() -> new Size(5, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> picture(2, 2, new byte[11]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
