// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.road;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WavesTest {
  @Test
  void itIsThePlainSumOfSines() {
    int points = 256;
    SplittableRandom random = new SplittableRandom(2);
    Waves waves = new Waves(points);
    double[] expected = new double[points];
    for (int wave = 0; wave < 40; wave++) {
      int cycles = random.nextInt(points / 2);
      double height = random.nextDouble(5);
      double phase = random.nextDouble(7);
      waves.addSine(cycles, height, phase);
      for (int i = 0; i < points; i++) {
        expected[i] += height * Math.sin(2 * Math.PI * cycles * i / points + phase);
      }
    }
    double[] values = waves.values();
    for (int i = 0; i < points; i++) {
      assertThat(values[i]).isCloseTo(expected[i], within(1e-9));
    }
  }

  @Test
  void onlyPowersOfTwoAreTaken() {
    assertThatThrownBy(() -> new Waves(1000))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1000 points");
  }

  @Test
  void aRoadThatIsNoneIsRefused() {
    assertThatThrownBy(() -> RoadSpec.of(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Gd(n0) -1.0");
  }
}
