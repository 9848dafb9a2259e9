// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.loadcell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flag;
import io.wayside.driver.loadcell.chip.Counts;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BlocksTest {

  private final Blocks blocks = new Blocks(4, 10, 2, -1);

  @Test
  void timesAreTheMeasuredOnesAndNotThoseOfTheNominalRate() {
    List<SampleBlock> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.addAll(blocks.take(1_000 + i * 84_388_185L, i));
    }

    assertThat(all).hasSize(2);
    assertThat(all.get(1).intervalNanos()).isEqualTo(84_388_185.0);
    assertThat(all.get(1).firstMonotonicNanos()).isEqualTo(1_000 + 4 * 84_388_185L);
    assertThat(all.get(1).samples()[0]).containsExactly(6, 8, 10, 12);
    assertThat(blocks.rateHz()).isBetween(11.84, 11.86);
  }

  @Test
  void theEndsOfTheRangeAreFlagged() {
    List<SampleBlock> all = new ArrayList<>();
    for (int counts : new int[] {0, Counts.MOST, 0, 0, 1, 2, 3, 4}) {
      all.addAll(blocks.take(all.size(), counts));
    }

    assertThat(all.get(0).flags().has(Flag.OUT_OF_RANGE)).isTrue();
    assertThat(all.get(1).flags().isEmpty()).isTrue();
  }

  @Test
  void anInterruptionGivesBackTheRestAndNumbersGoOn() {
    assertThat(blocks.take(0, 5)).isEmpty();
    assertThat(blocks.take(10, 6)).isEmpty();
    List<SampleBlock> rest = blocks.interrupted();
    assertThat(rest).hasSize(1);
    assertThat(rest.get(0).length()).isEqualTo(2);
    assertThat(blocks.interrupted()).isEmpty();
    for (int i = 0; i < 3; i++) {
      assertThat(blocks.take(9_000_000_000L + i, i)).isEmpty();
    }
    assertThat(blocks.take(9_000_000_003L, 0).get(0).sequence()).isEqualTo(2);
  }

  @Test
  void everyLostSampleIsCountedWhateverJitterThereIs() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      Blocks fresh = new Blocks(1 + random.nextInt(20), 80, 1, 0);
      long period = 12_500_000L + random.nextInt(2_000_000);
      List<SampleBlock> all = new ArrayList<>();
      long number = 0;
      for (int i = 0; i < 200; i++) {
        number += i > 10 && random.nextInt(10) == 0 ? 1 + random.nextInt(4) : 1;
        long jitter = random.nextInt((int) period / 5);
        all.addAll(fresh.take(number * period + jitter, (int) number));
      }
      for (SampleBlock block : all) {
        double first = block.samples()[0][0];
        assertThat((double) block.sequence()).isEqualTo(first - 1);
        assertThat(block.samples()[0][block.length() - 1]).isEqualTo(first + block.length() - 1);
      }
    }
  }
}
