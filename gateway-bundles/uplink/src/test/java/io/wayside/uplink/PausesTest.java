// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PausesTest {

  private static final Duration WITHIN = Duration.ofSeconds(20);

  @Test
  void aFleetThatLosesItsBrokerAtOneMomentComesBackSpread() {
    int[] inSecond = new int[21];
    for (int gateway = 0; gateway < 2000; gateway++) {
      Pauses pauses = Pauses.draw(WITHIN, Duration.ofMinutes(5), new Random(gateway));
      Duration rest = pauses.afterLoss(Trouble.UNREACHABLE);
      assertThat(rest).isBetween(Duration.ZERO, WITHIN);
      inSecond[(int) rest.toSeconds()]++;
    }
    for (int second = 0; second < 20; second++) {
      assertThat(inSecond[second]).as("second " + second).isBetween(50, 160);
    }
  }

  @Test
  void aRefusalRestsAsLongAsItAlwaysDoes() {
    Pauses pauses = Pauses.draw(Duration.ZERO, Duration.ofMinutes(5), new Random(1));
    assertThat(pauses.afterLoss(Trouble.REFUSED)).isGreaterThanOrEqualTo(Duration.ofSeconds(150));
    assertThat(pauses.beforeTheFirst()).isZero();
  }
}
