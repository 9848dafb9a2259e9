// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FetchPaceTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration FIRST = Duration.ofSeconds(2);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final FetchPace pace = new FetchPace(MINUTE, FIRST, LONGEST, new Random(3));

  @Test
  void theIntervalIsVariedByATenth() {
    Set<Duration> seen = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      Duration wait = pace.afterSuccess();
      assertThat(wait).isBetween(Duration.ofSeconds(54), Duration.ofSeconds(66));
      seen.add(wait);
      assertThat(pace.begin()).isBetween(Duration.ZERO, Duration.ofSeconds(6));
    }
    assertThat(seen).hasSizeGreaterThan(500);
  }

  @Test
  void failuresDoubleTheWaitUpToTheLongest() {
    long most = FIRST.toMillis();
    for (int failure = 1; failure < 12; failure++) {
      Duration wait = pace.afterFailure(Optional.empty(), false);
      assertThat(wait.toMillis()).isBetween(most - most / 4, most);
      assertThat(pace.failures()).isEqualTo(failure);
      most = Math.min(LONGEST.toMillis(), 2 * most);
    }
    pace.afterSuccess();
    assertThat(pace.failures()).isZero();
    assertThat(pace.afterFailure(Optional.empty(), false)).isLessThanOrEqualTo(FIRST);
  }

  @Test
  void whoBroughtAGoodPieceGoesOnSoon() {
    for (int i = 0; i < 8; i++) {
      pace.afterFailure(Optional.empty(), false);
    }
    assertThat(pace.afterFailure(Optional.empty(), true)).isLessThanOrEqualTo(FIRST);
    assertThat(pace.failures()).isOne();
  }

  @Test
  void theOfficeMayAskForMoreTimeButNotForEver() {
    assertThat(pace.afterFailure(Optional.of(Duration.ofSeconds(90)), false))
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(pace.afterFailure(Optional.of(Duration.ofDays(3)), false))
        .isEqualTo(Duration.ofHours(1));
    assertThat(pace.afterFailure(Optional.of(Duration.ofMillis(1)), false))
        .isGreaterThan(Duration.ofSeconds(1));
  }
}
