// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SteadyLevelTest {

  private static final long S = 1_000_000_000L;
  private static final long STALE_S = 1_800;

  private static SteadyLevel usual() {
    return new SteadyLevel(Steadiness.usual(), STALE_S * S);
  }

  @Test
  void levelIsTheMedianOfTheLastMinute() {
    Random chance = new Random(7);
    SteadyLevel level = usual();
    double[] read = new double[400];
    for (int i = 0; i < read.length; i++) {
      read[i] = 2 + 0.1 * chance.nextGaussian();
      boolean is = level.hear(read[i], i * 10L * S);
      assertThat(is).as("after a minute").isEqualTo(i >= 6);
      if (is) {
        double[] minute = Arrays.copyOfRange(read, i - 6, i + 1);
        Arrays.sort(minute);
        assertThat(level.at(i * 10L * S).orElseThrow()).isEqualTo(minute[3]);
      }
    }
  }

  @Test
  void gaugeThatSpeaksSeldomNeedsThreeReadingsHoweverFarApart() {
    SteadyLevel level = usual();
    assertThat(level.hear(2.0, 0)).isFalse();
    assertThat(level.hear(2.2, 1_200 * S)).isFalse();
    assertThat(level.hear(2.1, 2_400 * S)).isTrue();
    assertThat(level.at(2_400 * S)).hasValue(2.1);
  }

  /** However often it speaks and whenever it errs. */
  @Test
  void oneBadReadingIsNeverALevelAndTakesNoneAway() {
    Random chance = new Random(11);
    for (int trial = 0; trial < 500; trial++) {
      SteadyLevel level = usual();
      int everyS = 1 + chance.nextInt(600);
      int bad = 3 + 60 / everyS + chance.nextInt(50);
      double wrong = chance.nextBoolean() ? 1e6 : chance.nextGaussian() * 10;
      for (int i = 0; i < 150; i++) {
        level.hear(i == bad ? wrong : 2 + 0.01 * chance.nextGaussian(), (long) i * everyS * S);
        if (i >= Math.max(3, 60 / everyS + 1)) {
          assertThat(level.at((long) i * everyS * S))
              .as("every %d s, bad %d, now %d", everyS, bad, i)
              .isPresent();
          assertThat(level.at((long) i * everyS * S).orElseThrow()).isEqualTo(2, offset(0.1));
        }
      }
    }
  }

  @Test
  void wavesAreNoLevelEither() {
    SteadyLevel level = usual();
    for (int i = 0; i < 1_000; i++) {
      level.hear(2 + 0.4 * Math.sin(2 * Math.PI * i / 7.0), i * S);
      if (i > 60) {
        assertThat(level.at(i * S).orElseThrow()).isEqualTo(2, offset(0.05));
      }
    }
  }

  /** It stands until it is stale and does not come back by chance, for days. */
  @Test
  void madGaugeHasOneChangeAndThenNoLevel() {
    for (int seed = 0; seed < 20; seed++) {
      Random chance = new Random(seed);
      SteadyLevel level = usual();
      for (int i = 0; i < 10; i++) {
        level.hear(1.0, i * 10L * S);
      }
      for (int i = 10; i < 40_000; i++) {
        level.hear(chance.nextDouble() * 6, i * 10L * S);
        if (i * 10L > STALE_S + 300) {
          assertThat(level.at(i * 10L * S)).as("seed %d after %d s", seed, i * 10).isEmpty();
          assertThat(level.isHeard(i * 10L * S)).isTrue();
        }
      }
    }
  }

  @Test
  void gaugeThatScatteredIsBelievedAfterTenTimesAsLong() {
    SteadyLevel level = usual();
    for (int i = 0; i < 20; i++) {
      level.hear(i % 2 * 3, i * 10L * S);
    }
    long believed = 0;
    for (int i = 20; believed == 0; i++) {
      believed = level.hear(1.0, i * 10L * S) ? i * 10 : 0;
    }
    assertThat(believed - 200).isBetween(600L, 700L);
  }

  @Test
  void silenceBeginsAnew() {
    SteadyLevel level = usual();
    for (int i = 0; i <= 6; i++) {
      level.hear(1.0, i * 10L * S);
    }
    assertThat(level.at((60 + STALE_S) * S)).hasValue(1.0);
    assertThat(level.at((61 + STALE_S) * S)).isEmpty();
    assertThat(level.isHeard((61 + STALE_S) * S)).isFalse();
    for (int i = 0; i < 6; i++) {
      assertThat(level.hear(3.0, (3_000L + i * 10L) * S)).isFalse();
    }
    assertThat(level.hear(3.0, 3_060 * S)).isTrue();
    assertThat(level.at(3_060 * S)).hasValue(3.0);
  }

  @Test
  void whatIsNoNumberOrOfThePastIsNoReading() {
    SteadyLevel level = new SteadyLevel(new Steadiness(1, Duration.ZERO, 0), STALE_S * S);
    assertThat(level.lastReadM()).isEmpty();
    assertThat(level.hear(Double.NaN, 0)).isFalse();
    assertThat(level.hear(2.0, 10 * S)).isTrue();
    assertThat(level.hear(9.0, 9 * S)).isFalse();
    assertThat(level.at(10 * S)).hasValue(2.0);
  }

  @Test
  void gaugeThatSpeaksAThousandTimesASecondIsHeardAllTheSame() {
    SteadyLevel level = usual();
    for (int i = 0; i < 200_000; i++) {
      level.hear(i < 100_000 ? 1.0 : 1.5, i * S / 1_000);
    }
    assertThat(level.at(200 * S)).hasValue(1.5);
  }
}
