// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private static final long S = 1_000_000_000;
  private static final Health FINE = Health.ok(0);

  private final Notices notices = new Notices();

  @Test
  void withoutANoticeAllIsInOrder() {
    assertThat(notices.over(FINE, S)).isEqualTo(FINE);
  }

  @Test
  void theLatestIsShownAndThoseBeforeItAfterwards() {
    notices.hold("2", "antenna-disconnected", "no antenna at port 2", S);
    notices.tell("flood", "too many", 2 * S);
    assertThat(notices.over(FINE, 3 * S).code()).isEqualTo("flood");
    assertThat(notices.over(FINE, 63 * S).code()).isEqualTo("antenna-disconnected");
    notices.takeBack("2", "antenna-disconnected");
    assertThat(notices.over(FINE, 64 * S)).isEqualTo(FINE);
  }

  @Test
  void whatIsToldAgainLastsLongerAndBeganWhenItBegan() {
    notices.tell("flood", "too many", S);
    notices.tell("flood", "far too many", 50 * S);
    Health health = notices.over(FINE, 100 * S);
    assertThat(health.message()).isEqualTo("far too many");
    assertThat(health.sinceMonotonicNanos()).isEqualTo(S);
    assertThat(notices.over(FINE, 111 * S)).isEqualTo(FINE);
  }

  @Test
  void theirNumberIsBounded() {
    for (int i = 0; i < 10_000; i++) {
      notices.hold(Integer.toString(i), "antenna-disconnected", "no antenna at port " + i, S);
    }
    for (int i = 0; i < 32; i++) {
      notices.takeBack(Integer.toString(i), "antenna-disconnected");
    }
    assertThat(notices.over(FINE, S)).isEqualTo(FINE);
  }

  @Test
  void aNewConnectionBeginsWithNone() {
    notices.hold("2", "antenna-disconnected", "no antenna at port 2", S);
    notices.clear();
    assertThat(notices.over(FINE, S)).isEqualTo(FINE);
  }
}
