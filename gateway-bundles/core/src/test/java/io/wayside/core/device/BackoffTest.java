// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void waitingTimesDoubleUpToTheLongestAndAreShortenedByAtMostAQuarter() {
    for (int seed = 0; seed < 200; seed++) {
      Backoff backoff = new Backoff(250, 1_200, new SplittableRandom(seed));
      for (long most : new long[] {250, 500, 1_000, 1_200, 1_200}) {
        assertThat(backoff.nextMs()).isBetween(most * 3 / 4, most);
      }
    }
  }

  @Test
  void chanceSpreadsTheDrivers() {
    long different =
        LongStream.range(0, 50)
            .map(seed -> new Backoff(400, 1_200, new SplittableRandom(seed)).nextMs())
            .distinct()
            .count();
    assertThat(different).isGreaterThan(20);
  }

  @Test
  void afterASuccessTheFirstWaitingTimeComesAgain() {
    Backoff backoff = new Backoff(250, 1_200, new SplittableRandom(1));
    LongStream.generate(backoff::nextMs).limit(5).forEach(most -> assertThat(most).isPositive());
    backoff.reset();
    assertThat(backoff.nextMs()).isLessThanOrEqualTo(250);
  }
}
