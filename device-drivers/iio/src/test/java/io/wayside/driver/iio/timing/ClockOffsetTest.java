// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClockOffsetTest {

  private static final long AHEAD = 500_000_000_000L;

  private final ClockOffset offset = new ClockOffset();

  /** Our clock is ahead by AHEAD and runs apart by some parts per million; delays vary. */
  private double worstErrorNanos(double partsPerMillion, int seconds) {
    Random random = new Random(1);
    double worst = 0;
    for (int i = 0; i < seconds * 20; i++) {
      long theirs = i * 50_000_000L;
      long truth = AHEAD + Math.round((double) theirs * (1 + partsPerMillion * 1e-6));
      long delay = 100_000 + Math.abs(random.nextLong() % 20_000_000);
      double placed = (double) theirs + offset.update(theirs, truth + delay);
      if (i > 100) {
        worst = Math.max(worst, placed - (double) truth);
        assertThat(placed).isGreaterThan((double) truth);
      }
    }
    return worst;
  }

  @Test
  void theLeastDelayIsWhatIsLeft() {
    assertThat(worstErrorNanos(0, 60)).isLessThan(2_000_000);
  }

  @Test
  void clocksThatRunApartAreFollowed() {
    assertThat(worstErrorNanos(100, 600)).isLessThan(3_000_000);
    offset.restart();
    assertThat(worstErrorNanos(-100, 600)).isLessThan(3_000_000);
  }

  @Test
  void afterARestartNothingIsKnownOfBefore() {
    offset.update(0, 1_000);
    offset.restart();
    assertThat(offset.update(0, 9_000)).isEqualTo(9_000);
  }
}
