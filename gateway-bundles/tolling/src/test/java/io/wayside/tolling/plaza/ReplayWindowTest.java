// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plaza;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {

  private final ReplayWindow window = new ReplayWindow();

  @Test
  void eachNumberCountsOnceInAnyOrder() {
    for (long number : new long[] {3, 1, 2, 5, 4}) {
      assertThat(window.admit(number)).isTrue();
    }
    for (long number = 1; number <= 5; number++) {
      assertThat(window.admit(number)).isFalse();
    }
  }

  @Test
  void whatIsTooOldToBeRememberedCountsAsHeard() {
    assertThat(window.admit(ReplayWindow.SPAN + 1)).isTrue();
    assertThat(window.admit(1)).isFalse();
    assertThat(window.admit(2)).isTrue();
  }

  @Test
  void aLeapForgetsNothingThatIsStillWithin() {
    assertThat(window.admit(Long.MAX_VALUE - 1)).isTrue();
    assertThat(window.admit(Long.MAX_VALUE - 1)).isFalse();
    assertThat(window.admit(Long.MAX_VALUE)).isTrue();
    assertThat(window.admit(Long.MAX_VALUE - 1)).isFalse();
    assertThat(window.admit(Long.MAX_VALUE - 700)).isTrue();
  }

  /** Against a set that remembers everything. */
  @Test
  void itAgreesWithASetOnRandomNumbers() {
    Random random = new Random(5);
    for (int run = 0; run < 50; run++) {
      ReplayWindow tried = new ReplayWindow();
      Set<Long> heard = new HashSet<>();
      long newest = 0;
      for (int i = 0; i < 5_000; i++) {
        long number = Math.max(1, newest + random.nextInt(40) - 30);
        if (random.nextInt(500) == 0) {
          number = newest + random.nextInt(3_000);
        }
        number = Math.max(1, number);
        boolean expected =
            (number > newest || newest - number < ReplayWindow.SPAN) && !heard.contains(number);
        assertThat(tried.admit(number)).as("run %d step %d", run, i).isEqualTo(expected);
        heard.add(number);
        newest = Math.max(newest, number);
      }
    }
  }
}
