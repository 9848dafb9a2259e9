// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.uplink.delivery.Backoff;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestsTest {

  private static final Duration MINUTE = Duration.ofSeconds(60);

  @Test
  void anUnwelcomeGatewayRestsAMinuteAtLeastHoweverShortThePause() {
    for (int seed = 0; seed < 200; seed++) {
      for (int longestS : new int[] {1, 60, 300, 3600}) {
        Rests rests = Rests.of(Duration.ofSeconds(longestS), new Random(seed));
        Backoff backoff =
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(longestS), new Random(seed));
        for (Trouble trouble :
            new Trouble[] {Trouble.BUSY, Trouble.REDIRECTED, Trouble.TAKEN_OVER}) {
          assertThat(rests.after(trouble, backoff)).isGreaterThanOrEqualTo(MINUTE);
        }
        assertThat(rests.after(Trouble.REFUSED, backoff))
            .isBetween(Duration.ofSeconds(longestS).dividedBy(2), Duration.ofSeconds(longestS));
      }
    }
  }

  @Test
  void whatMayHealByItselfIsTriedWithTheBackOff() {
    Rests rests = new Rests(MINUTE, MINUTE);
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(2), new Random(1));
    assertThat(rests.after(Trouble.UNREACHABLE, backoff)).isLessThanOrEqualTo(MINUTE.dividedBy(60));
    assertThat(rests.after(Trouble.INSECURE, backoff)).isLessThanOrEqualTo(MINUTE.dividedBy(30));
  }
}
