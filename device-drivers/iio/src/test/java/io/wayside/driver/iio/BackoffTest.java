// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitingTimesDoubleUpToTheLongestAndAreShortenedByChance() {
    Backoff backoff = new Backoff(100, 500, new SplittableRandom(1));
    long[] most = {100, 200, 400, 500, 500};
    for (long limit : most) {
      assertThat(backoff.nextMs()).isBetween(limit - limit / 4, limit);
    }
    backoff.reset();
    assertThat(backoff.nextMs()).isBetween(75L, 100L);
  }

  @Test
  void twoDriversDoNotKnockInStep() {
    Backoff one = new Backoff(1_000, 1_000, new SplittableRandom(1));
    Backoff other = new Backoff(1_000, 1_000, new SplittableRandom(2));
    int equal = 0;
    for (int i = 0; i < 100; i++) {
      equal += one.nextMs() == other.nextMs() ? 1 : 0;
    }
    assertThat(equal).isLessThan(10);
  }
}
