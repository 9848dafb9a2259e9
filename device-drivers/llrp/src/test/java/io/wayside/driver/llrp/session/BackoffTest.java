// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff = new Backoff(100, 1_000, new Random(1));

  @Test
  void waitsDoubleUpToTheLongestEachShortenedByAQuarterAtMost() {
    for (long most : new long[] {100, 200, 400, 800, 1_000, 1_000}) {
      assertThat(backoff.nextMs()).isBetween(most - most / 4, most);
    }
  }

  @Test
  void beginsAnewAfterSuccess() {
    backoff.nextMs();
    backoff.nextMs();
    backoff.reset();
    assertThat(backoff.nextMs()).isBetween(75L, 100L);
  }

  @Test
  void isNotTheSameEachTime() {
    Backoff steady = new Backoff(1_000, 1_000, new Random(2));
    assertThat(java.util.stream.LongStream.generate(steady::nextMs).limit(50).distinct().count())
        .isGreaterThan(20);
  }
}
