// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FloodTest {

  private static final long MS = 1_000_000;

  private final Flood flood = new Flood(10);

  @Test
  void nothingIsTouchedBelowTheLimit() {
    for (long second = 0; second < 5; second++) {
      for (int i = 0; i < 10; i++) {
        assertThat(flood.admit("aa", 1, 2, second * 1_000 * MS)).isEqualTo(2);
      }
    }
  }

  @Test
  void aboveItARepeatedTagWaitsAndANewOneDoesNot() {
    for (int i = 0; i < 10; i++) {
      flood.admit("aa", 1, 1, 0);
    }
    assertThat(flood.admit("aa", 1, 1, 50 * MS)).isEqualTo(Flood.MERGED);
    assertThat(flood.admit("aa", 2, 1, 50 * MS)).as("another antenna").isEqualTo(1);
    assertThat(flood.admit("bb", 1, 1, 50 * MS)).as("another tag").isEqualTo(1);
    assertThat(flood.admit("aa", 1, 4, 99 * MS)).isEqualTo(Flood.MERGED);
    assertThat(flood.admit("aa", 1, 1, 100 * MS)).as("after 100 ms, with all").isEqualTo(6);
  }

  @Test
  void atTwiceTheLimitNothingPasses() {
    for (int i = 0; i < 20; i++) {
      assertThat(flood.admit("tag " + i, 1, 1, 0)).isEqualTo(1);
    }
    assertThat(flood.admit("one more", 1, 1, 999 * MS)).isEqualTo(Flood.DROPPED);
    assertThat(flood.admit("one more", 1, 1, 1_000 * MS)).isEqualTo(1);
  }

  @Test
  void whatWasForgottenWaitsForNothing() {
    for (int i = 0; i < 12; i++) {
      flood.admit("aa", 1, 1, 0);
    }
    flood.forget();
    assertThat(flood.admit("aa", 1, 1, 1)).isEqualTo(1);
  }

  /** No second has more than twice the limit, no reply is told twice, a new tag never waits. */
  @Test
  void holdsForAnyStreamOfSightings() {
    Random random = new Random(8);
    Map<Long, Integer> perSecond = new HashMap<>();
    long in = 0;
    long out = 0;
    long now = 0;
    for (int i = 0; i < 100_000; i++) {
      now += random.nextInt(40) * MS;
      int replies = 1 + random.nextInt(3);
      in += replies;
      int told = flood.admit("tag " + random.nextInt(3_000), 1, replies, now);
      if (told > 0) {
        out += told;
        perSecond.merge(now / (1_000 * MS), 1, Integer::sum);
      }
    }
    assertThat(out).isPositive().isLessThanOrEqualTo(in);
    // Its seconds begin with a sighting: one of ours can lie over two of its own.
    assertThat(perSecond.values()).allMatch(count -> count <= 40);
  }
}
