// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DelaysTest {

  private final Delays delays = new Delays();

  @Test
  void tellsWithinWhatTimeAShareCame() {
    for (int i = 0; i < 100; i++) {
      delays.add(i * 1_000_000L);
    }
    assertThat(delays.size()).isEqualTo(100);
    assertThat(delays.withinMs(0.5)).isEqualTo(50);
    assertThat(delays.withinMs(0.99)).isEqualTo(99);
  }

  @Test
  void whatTakesLongerThanAMinuteCountsAsAMinute() {
    delays.add(3_600_000_000_000L);
    delays.add(-5);
    assertThat(delays.withinMs(0.5)).isEqualTo(1);
    assertThat(delays.withinMs(1)).isEqualTo(60_001);
    delays.clear();
    assertThat(delays.size()).isZero();
  }
}
