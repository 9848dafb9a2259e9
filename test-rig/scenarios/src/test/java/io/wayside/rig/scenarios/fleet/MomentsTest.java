// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static final long MS = 1_000_000;

  @Test
  void countsIntoSecondsFromAMoment() {
    Moments moments = moments(100, 1500, 1600, 3999, 4000);
    assertThat(moments.perSecond(0)).containsExactly(1, 2, 0, 1, 1);
    assertThat(moments.perSecond(1550 * MS)).containsExactly(1, 0, 2);
    assertThat(moments.perSecond(5000 * MS)).isEmpty();
  }

  @Test
  void theBusiestSecondBeginsAnywhereAndIsShorterThanASecond() {
    assertThat(moments(900, 950, 1100, 1899).busiestSecond(0)).isEqualTo(4);
    assertThat(moments(900, 950, 1100, 1900).busiestSecond(0)).isEqualTo(3);
    assertThat(moments().busiestSecond(0)).isZero();
  }

  @Test
  void agreesWithCountingEverySecondThatBeginsAtAMoment() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      List<Long> all = new ArrayList<>();
      Moments moments = new Moments();
      for (int i = 0; i < 1500; i++) {
        long at = random.nextInt(20_000) * MS;
        all.add(at);
        moments.mark(at);
      }
      long from = random.nextInt(10_000) * MS;
      long most = 0;
      for (long begin : all) {
        if (begin >= from) {
          most =
              Math.max(most, all.stream().filter(n -> n >= begin && n < begin + 1000 * MS).count());
        }
      }
      assertThat(moments.busiestSecond(from)).as("seed " + seed).isEqualTo((int) most);
      assertThat(moments.perSecond(from).stream().mapToInt(Integer::intValue).sum())
          .isEqualTo(moments.since(from).length);
    }
  }

  private static Moments moments(long... ms) {
    Moments moments = new Moments();
    for (long at : ms) {
      moments.mark(at * MS);
    }
    return moments;
  }
}
