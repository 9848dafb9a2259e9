// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReaderClockTest {

  private static final long S = 1_000_000_000;
  private static final long READER_AHEAD_MICROS = 1_767_225_600_000_000L;

  private final ReaderClock clock = new ReaderClock();

  private OptionalLong stamp(long readerNanos, long arrival) {
    return clock.stamp(READER_AHEAD_MICROS + readerNanos / 1_000, false, arrival);
  }

  @Test
  void delaysAndDriftAreNoJumps() {
    Random random = new Random(1);
    for (long t = 0; t < 7_200 * S; t += S / 2) {
      long drifted = t + t / 20_000; // a crystal that is wrong by 50 millionths
      long delay = random.nextInt(50) == 0 ? S * 3 / 2 : random.nextInt(80_000_000);
      assertThat(stamp(drifted, t + delay)).isEmpty();
    }
    assertThat(clock.jumps()).isZero();
  }

  @Test
  void aJumpAheadIsToldAtOnceAndOnce() {
    stamp(0, 0);
    assertThat(stamp(61 * S, S).orElseThrow()).isEqualTo(60 * S);
    assertThat(stamp(62 * S, 2 * S)).isEmpty();
    assertThat(clock.jumps()).isEqualTo(1);
  }

  @Test
  void aJumpBackIsToldWhenThreeRunningSaySo() {
    stamp(100 * S, 100 * S);
    assertThat(stamp(41 * S, 101 * S)).isEmpty();
    assertThat(stamp(42 * S, 102 * S)).isEmpty();
    assertThat(stamp(43 * S, 103 * S).orElseThrow())
        .isBetween(-60 * S - S / 100, -60 * S + S / 100);
    assertThat(stamp(44 * S, 104 * S)).isEmpty();
  }

  @Test
  void stampsNoClockCanGiveAndAnotherKindOfTimeAreNoJumps() {
    stamp(0, 0);
    assertThat(clock.stamp(-1, false, S)).isEmpty();
    assertThat(clock.stamp(Long.MAX_VALUE, false, S)).isEmpty();
    assertThat(clock.stamp(5_000_000, true, S)).isEmpty();
    clock.forget();
    assertThat(stamp(500 * S, 2 * S)).isEmpty();
    assertThat(clock.jumps()).isZero();
  }
}
