// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TurnTest {

  private static final long S = 1_000_000_000L;

  private final Turn turn = new Turn(180 * S, 5 * S);

  @Test
  void itSpeaksAtOnceAndThenEverySoOften() {
    assertThat(turn.isDue("well", 5 * S)).isTrue();
    turn.spoke("well", 5 * S);
    assertThat(turn.isDue("well", 184 * S)).isFalse();
    assertThat(turn.isDue("well", 185 * S)).isTrue();
  }

  @Test
  void newsIsToldAtOnceAndNeverTooOften() {
    turn.spoke("well", 5 * S);
    assertThat(turn.isDue("dark", 14 * S)).isFalse();
    assertThat(turn.isDue("dark", 15 * S)).isTrue();
    turn.spoke("dark", 15 * S);
    assertThat(turn.isDue("well", 24 * S)).isFalse();
    assertThat(turn.isDue("dark", 100 * S)).isFalse();
    assertThat(turn.isDue("well", 25 * S)).isTrue();
  }

  @Test
  void whatFailedIsTriedAgainSoonWhateverItIsThen() {
    turn.failed(5 * S);
    assertThat(turn.isDue("well", 14 * S)).isFalse();
    assertThat(turn.isDue("well", 15 * S)).isTrue();
    turn.spoke("well", 15 * S);
    turn.failed(195 * S);
    assertThat(turn.isDue("dark", 204 * S)).isFalse();
    assertThat(turn.isDue("well", 205 * S)).isTrue();
  }
}
