// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NightTest {

  @Test
  void aDarkRoadIsNightAndABrightOneIsDay() {
    assertThat(new Night(62, 78).of(30)).isTrue();
    assertThat(new Night(62, 78).of(110)).isFalse();
  }

  @Test
  void inBetweenItStaysWhatItWas() {
    Night falling = new Night(62, 78);
    assertThat(falling.of(110)).isFalse();
    assertThat(falling.of(70)).isFalse();
    assertThat(falling.of(50)).isTrue();
    assertThat(falling.of(70)).isTrue();
    assertThat(falling.of(90)).isFalse();
  }

  @Test
  void aDuskThatFlickersEndsTheDayOnce() {
    Random random = new Random(3);
    Night night = new Night(62, 78);
    boolean before = false;
    int changes = 0;
    for (double grey = 110; grey > 30; grey -= 0.05) {
      boolean now = night.of(grey + 12 * (random.nextDouble() - 0.5));
      changes += now != before ? 1 : 0;
      before = now;
    }
    assertThat(changes).isEqualTo(1);
  }
}
