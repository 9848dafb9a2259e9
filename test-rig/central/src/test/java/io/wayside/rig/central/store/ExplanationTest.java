// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.store.Explanation.Reason;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExplanationTest {

  private static final StreamKey KEY = new StreamKey("g", "s");

  @Test
  void theNextOfItsNumbersIsFoundByCountingToo() {
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      int first = 1 + random.nextInt(20);
      int last = first + random.nextInt(40);
      int step = 1 + random.nextInt(9);
      int from = random.nextInt(80);
      long expected = Long.MAX_VALUE;
      for (int number = first; number <= last; number += step) {
        if (number >= from) {
          expected = number;
          break;
        }
      }
      long found = new Explanation(KEY, Reason.THINNED, first, last, step).from(from);
      assertThat(found > last ? Long.MAX_VALUE : found)
          .as("%d to %d by %d from %d", first, last, step, from)
          .isEqualTo(expected);
    }
  }

  @Test
  void theLargestNumbersThereAreDoNoHarm() {
    Explanation wide = new Explanation(KEY, Reason.LOST, 1, Long.MAX_VALUE, Long.MAX_VALUE);
    assertThat(wide.from(1)).isEqualTo(1);
    assertThat(wide.from(2)).isEqualTo(Long.MAX_VALUE);
    assertThat(wide.from(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void numbersThatAreNoneAreRefused() {
    long[][] wrong = {{0, 1, 1}, {2, 1, 1}, {1, 1, 0}, {-3, -2, 1}};
    for (long[] each : wrong) {
      assertThatThrownBy(() -> new Explanation(KEY, Reason.LOST, each[0], each[1], each[2]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
