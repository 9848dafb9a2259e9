// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void overAnyTimeNoMoreGoThanTheRateAllowsAndHardlyFewer() {
    Random random = new Random(11);
    for (int run = 0; run < 200; run++) {
      double perSecond = 0.5 + random.nextInt(1000) / 3.0;
      long now = random.nextLong() / 4;
      long began = now;
      Pace pace = new Pace(perSecond, now);
      long gone = 0;
      while (now - began < 20 * SECOND) {
        int allowed = pace.allowed(now);
        pace.took(allowed);
        gone += allowed;
        double most = Math.max(1, perSecond / 10) + perSecond * (now - began) / SECOND;
        assertThat((double) gone).isLessThanOrEqualTo(most + 1e-6);
        now += Math.max(1, pace.untilNext().toNanos());
      }
      assertThat((double) gone).isGreaterThan(perSecond * 20 - 2 - perSecond / 10);
    }
  }

  @Test
  void whatWasNotTakenIsNotSavedUpForLong() {
    Pace pace = new Pace(100, 0);
    assertThat(pace.allowed(3600 * SECOND)).isEqualTo(10);
  }

  @Test
  void aSlowRateLetsOneThroughAtATime() {
    Pace pace = new Pace(0.1, 0);
    assertThat(pace.allowed(0)).isEqualTo(1);
    pace.took(1);
    assertThat(pace.allowed(9 * SECOND)).isZero();
    assertThat(pace.untilNext().toMillis()).isBetween(900L, 1100L);
    assertThat(pace.allowed(10 * SECOND + 1)).isEqualTo(1);
  }
}
