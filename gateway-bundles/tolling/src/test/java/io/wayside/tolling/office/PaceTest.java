// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long SECOND = 1_000_000_000L;

  @Test
  void beginsWithABurstAndGoesOnAtItsPace() {
    Pace pace = new Pace(10, 30, 0);
    assertThat(pace.allowed(0)).isEqualTo(30);
    pace.used(30);
    assertThat(pace.allowed(0)).isZero();
    assertThat(pace.next(0)).isEqualTo(SECOND / 10);
    assertThat(pace.allowed(SECOND / 2)).isEqualTo(5);
    assertThat(pace.allowed(100 * SECOND)).isEqualTo(30);
  }

  @Test
  void inNoSpanOfTimeGoMoreThanTheBurstAndThePaceOfThatSpan() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      double perSecond = 1 + random.nextInt(50);
      int burst = 1 + random.nextInt(40);
      Pace pace = new Pace(perSecond, burst, 0);
      Deque<long[]> sent = new ArrayDeque<>();
      long now = 0;
      for (int i = 0; i < 500; i++) {
        now += random.nextInt(400_000_000);
        int allowed = pace.allowed(now);
        int used = allowed == 0 ? 0 : random.nextInt(allowed + 1);
        pace.used(used);
        sent.add(new long[] {now, used});
        long total = 0;
        for (long[] one : sent.stream().sorted((a, b) -> Long.compare(b[0], a[0])).toList()) {
          total += one[1];
          assertThat((double) total)
              .isLessThanOrEqualTo(burst + (now - one[0]) / 1e9 * perSecond + 1e-6);
        }
        if (sent.size() > 40) {
          sent.remove();
        }
      }
    }
  }

  @Test
  void theNextMomentIsTheFirstAtWhichOneMayGo() {
    Random random = new Random(3);
    Pace pace = new Pace(7, 5, 0);
    long now = 0;
    for (int i = 0; i < 2_000; i++) {
      pace.used(pace.allowed(now));
      long next = pace.next(now);
      assertThat(next).isGreaterThan(now);
      assertThat(pace.allowed(next - 1_000)).isZero();
      assertThat(pace.allowed(next + 1)).isPositive();
      now = next + 1 + random.nextInt(1_000_000_000);
    }
  }

  @Test
  void aClockThatStandsGivesNothing() {
    Pace pace = new Pace(10, 1, 5 * SECOND);
    pace.used(pace.allowed(5 * SECOND));
    assertThat(pace.allowed(5 * SECOND)).isZero();
    assertThat(pace.allowed(4 * SECOND)).isZero();
  }

  @Test
  void rulesThatLetNothingGoAreRefused() {
    assertThatThrownBy(
            () -> new PostingRules(1, 0, 1, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .hasMessageContaining("at least 1");
    assertThatThrownBy(
            () ->
                new PostingRules(1, 1, Double.NaN, 1, Duration.ofSeconds(1), Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
