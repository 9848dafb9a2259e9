// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void theCeilingDoublesToItsLimitAndStartsAnewAfterSuccess() {
    for (int seed = 0; seed < 200; seed++) {
      Backoff backoff = new Backoff(500, 30_000, new Random(seed));
      for (long ceiling : new long[] {500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000}) {
        assertThat(backoff.nextMs()).isBetween(0L, ceiling);
      }
      backoff.succeeded();
      assertThat(backoff.nextMs()).isBetween(0L, 500L);
    }
  }

  @Test
  void waitsAreSpreadOverTheWholeRange() {
    long[] waits =
        LongStream.range(0, 500)
            .map(s -> new Backoff(1_000, 1_000, new Random(s)).nextMs())
            .toArray();
    assertThat(LongStream.of(waits).min().orElseThrow()).isLessThan(100);
    assertThat(LongStream.of(waits).max().orElseThrow()).isGreaterThan(900);
  }

  @Test
  void manyFailuresDoNotOverflow() {
    Backoff backoff = new Backoff(500, 30_000, new Random(1));
    for (int i = 0; i < 200; i++) {
      assertThat(backoff.nextMs()).isBetween(0L, 30_000L);
    }
  }
}
