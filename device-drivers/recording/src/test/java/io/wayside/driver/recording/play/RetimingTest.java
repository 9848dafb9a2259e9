// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.recording.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RetimingTest {

  private static SampleBlock block(long firstNanos, double interval, long sequence, int length) {
    return new SampleBlock(firstNanos, interval, sequence, new double[1][length], Flags.NONE);
  }

  @Test
  void distancesAndGapsOfTheRecordingStay() {
    Retiming retiming = new Retiming(9_000);
    SampleBlock first = retiming.next(block(100, 10, 40, 5));
    SampleBlock afterGap = retiming.next(block(250, 10, 55, 5));

    assertThat(first.firstMonotonicNanos()).isEqualTo(9_000);
    assertThat(first.sequence()).isZero();
    assertThat(afterGap.firstMonotonicNanos()).isEqualTo(9_150);
    assertThat(afterGap.sequence()).isEqualTo(15);
  }

  @Test
  void timeThatGoesBackIsASeam() {
    Retiming retiming = new Retiming(0);
    retiming.next(block(5_000, 10, 700, 5));
    SampleBlock back = retiming.next(block(100, 20, 3, 5));

    assertThat(back.firstMonotonicNanos()).isEqualTo(60); // 40, and one of its intervals
    assertThat(back.sequence()).isEqualTo(6);
  }

  @Test
  void aBlockIsDueWhenItIsComplete() {
    Retiming retiming = new Retiming(1_000);
    SampleBlock played = retiming.next(block(100, 10, 0, 5));

    assertThat(retiming.dueNanos(played, 1)).isEqualTo(1_050);
    assertThat(retiming.dueNanos(played, 2)).isEqualTo(1_025);
    assertThat(retiming.dueNanos(played, 0)).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void whateverIsPlayedGoesForwardInTimeAndNumber() {
    Random random = new Random(2);
    for (int round = 0; round < 500; round++) {
      Retiming retiming = new Retiming(random.nextInt());
      double last = Double.NEGATIVE_INFINITY;
      long next = 0;
      for (int i = 0; i < 30; i++) {
        if (random.nextInt(8) == 0) {
          retiming.seam();
        }
        SampleBlock played =
            retiming.next(
                block(
                    random.nextInt(2_000),
                    1 + 20 * random.nextDouble(),
                    random.nextInt(200),
                    1 + random.nextInt(9)));
        assertThat((double) played.firstMonotonicNanos()).isGreaterThan(last);
        assertThat(played.sequence()).isGreaterThanOrEqualTo(next);
        assertThat(played.flags().has(Retiming.REPLAYED)).isTrue();
        last = played.firstMonotonicNanos() + (played.length() - 1) * played.intervalNanos();
        next = played.sequence() + played.length();
      }
    }
  }
}
