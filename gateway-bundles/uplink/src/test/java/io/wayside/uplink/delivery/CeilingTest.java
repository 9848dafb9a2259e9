// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CeilingTest {

  private static final long SECOND = 1_000_000_000L;

  private record Sent(long nanos, int bytes) {}

  @Test
  void withoutALimitItIsAlwaysOpen() {
    Ceiling ceiling = new Ceiling(0);
    for (int i = 0; i < 1000; i++) {
      assertThat(ceiling.isOpen(5)).isTrue();
      ceiling.sent(1 << 20, 5);
    }
    assertThat(ceiling.bytesLeft(5)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aQuarterOfASecondGoesAtOnceAndTheRestAtTheRate() {
    Ceiling ceiling = new Ceiling(80_000); // 10 bytes a millisecond
    long now = -3 * SECOND; // a monotonic clock may start anywhere
    assertThat(ceiling.bytesLeft(now)).isEqualTo(2500);
    ceiling.sent(2500, now);
    assertThat(ceiling.isOpen(now)).isFalse();
    assertThat(ceiling.bytesLeft(now)).isZero();
    assertThat(ceiling.opensInNanos(now)).isEqualTo(1);
    ceiling.sent(1000, now + 1);
    assertThat(ceiling.opensInNanos(now + 1)).isBetween(99_000_000L, 101_000_000L);
    assertThat(ceiling.isOpen(now + SECOND / 10 + 2)).isTrue();
  }

  @Test
  void aQuietTimeSavesNoMoreThanAQuarterOfASecond() {
    Ceiling ceiling = new Ceiling(80_000);
    ceiling.sent(1, 0);
    assertThat(ceiling.bytesLeft(3600 * SECOND)).isEqualTo(2500);
  }

  /** The sum over every interval, counted here, against the promise; and the rate is used. */
  @Test
  void inNoIntervalDoesMoreGoThanPromisedAndALongOneIsUsedFully() {
    for (int seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      long bitsPerS = 1000L * (1 + random.nextInt(5000));
      int largest = 100 + random.nextInt(100_000);
      Ceiling ceiling = new Ceiling(bitsPerS);
      List<Sent> all = new ArrayList<>();
      long now = random.nextInt();
      long end = now + 60 * SECOND;
      while (now < end && all.size() < 400) {
        if (ceiling.isOpen(now)) {
          int bytes = 1 + random.nextInt(largest);
          ceiling.sent(bytes, now);
          all.add(new Sent(now, bytes));
        } else {
          now += Math.max(1, ceiling.opensInNanos(now));
        }
        now += random.nextInt(4) == 0 ? random.nextInt(1_000_000) : 0;
      }
      for (int first = 0; first < all.size(); first++) {
        long bytes = 0;
        for (int last = first; last < all.size(); last++) {
          bytes += all.get(last).bytes();
          double seconds = (all.get(last).nanos() - all.get(first).nanos()) / 1e9 + 0.25;
          assertThat((double) bytes)
              .as("seed %d, messages %d to %d", seed, first, last)
              .isLessThanOrEqualTo(seconds * bitsPerS / 8 + largest + 1);
        }
      }
      double span = (all.get(all.size() - 1).nanos() - all.get(0).nanos()) / 1e9;
      long sum = all.stream().mapToLong(Sent::bytes).sum();
      assertThat((double) sum)
          .as("seed %d uses its rate", seed)
          .isGreaterThanOrEqualTo(0.99 * span * bitsPerS / 8 - 1000);
    }
  }

  @Test
  void aNegativeCeilingIsRefused() {
    assertThatThrownBy(() -> new Ceiling(-1)).hasMessageContaining("-1 bit/s");
  }
}
