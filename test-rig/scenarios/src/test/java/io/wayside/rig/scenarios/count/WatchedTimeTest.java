// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.counting.cli.Watched.Stretch;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WatchedTimeTest {

  /** Of two neighbouring pictures: close together, and the background known at both. */
  @Test
  void isTheTimeBetweenPicturesThatAreCloseTogetherAndKnown() {
    for (long seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      WatchedTime watched = new WatchedTime();
      double sumS = 0;
      double atS = 0;
      boolean before = false;
      for (int i = 0; i < 400; i++) {
        double stepS = random.nextInt(20) == 0 ? 30 * random.nextDouble() : 0.07;
        boolean learns = random.nextInt(30) == 0;
        atS += stepS;
        sumS += before && !learns && stepS <= 1 ? stepS : 0;
        before = !learns;
        watched.seen(atS, learns);
      }
      assertThat(sum(watched.until(0))).isCloseTo(sumS, within(1e-9));
    }
  }

  @Test
  void theLastPictureOfAClipIsThereForItsTime() {
    WatchedTime watched = new WatchedTime();
    watched.seen(0, false);
    watched.seen(0.5, false);

    assertThat(watched.until(0.5)).containsExactly(new Stretch(0, 1));
    assertThat(new WatchedTime().until(0.5)).isEmpty();
  }

  private static double sum(List<Stretch> stretches) {
    return stretches.stream().mapToDouble(one -> one.toS() - one.fromS()).sum();
  }
}
