// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(300), new Random(7));

  @Test
  void ceilingDoublesUpToTheCap() {
    long[] ceilings =
        IntStream.range(0, 12)
            .mapToLong(
                i -> {
                  long ceiling = backoff.ceiling().toSeconds();
                  backoff.next();
                  return ceiling;
                })
            .toArray();
    assertThat(ceilings).containsExactly(1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300);
  }

  @Test
  void everyPauseLiesBetweenZeroAndTheCeiling() {
    for (int i = 0; i < 2000; i++) {
      Duration ceiling = backoff.ceiling();
      assertThat(backoff.next()).isBetween(Duration.ZERO, ceiling);
    }
  }

  @Test
  void aFleetIsSpreadOverTheWholeRange() {
    for (int i = 0; i < 20; i++) {
      backoff.next();
    }
    int[] quarters = new int[4];
    for (int i = 0; i < 4000; i++) {
      quarters[(int) Math.min(3, backoff.next().toMillis() / 75_000)]++;
    }
    assertThat(IntStream.of(quarters).boxed()).allMatch(n -> n > 800 && n < 1200);
  }

  @Test
  void successStartsAgainFromTheBase() {
    for (int i = 0; i < 9; i++) {
      backoff.next();
    }
    backoff.reset();
    assertThat(backoff.ceiling()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void manyFailuresDoNotOverflow() {
    for (int i = 0; i < 100_000; i++) {
      backoff.next();
    }
    assertThat(backoff.ceiling()).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void aRangeThatIsNoneIsRefused() {
    assertThatThrownBy(
            () -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1), new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Backoff(Duration.ZERO, Duration.ofSeconds(1), new Random(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
