// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WallClockTest {

  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final long SECOND = 1_000_000_000L;

  private final WallClock clock = new WallClock();

  @Test
  void both_clocks_run_side_by_side() {
    clock.observe(5 * SECOND, NOON);

    assertThat(clock.at(5 * SECOND)).isEqualTo(NOON);
    assertThat(clock.at(7 * SECOND)).isEqualTo(NOON.plusSeconds(2));
    assertThat(clock.at(SECOND)).isEqualTo(NOON.minusSeconds(4));
    assertThat(clock.takeSteps()).isEmpty();
  }

  @Test
  void a_step_is_told_once_with_its_size() {
    clock.observe(0, NOON);
    clock.observe(10 * SECOND, NOON.plusSeconds(3610));

    assertThat(clock.takeSteps())
        .containsExactly(
            new WallClock.Step(10 * SECOND, NOON.plusSeconds(10), NOON.plusSeconds(3610)));
    assertThat(clock.takeSteps()).isEmpty();
  }

  @Test
  void a_step_back_has_a_negative_size() {
    clock.observe(0, NOON);
    clock.observe(SECOND, NOON.minusSeconds(59));

    assertThat(clock.takeSteps())
        .first()
        .extracting(WallClock.Step::size)
        .isEqualTo(Duration.ofMinutes(-1));
  }

  @Test
  void moments_before_a_step_keep_the_time_they_had() {
    clock.observe(0, NOON);
    clock.observe(10 * SECOND, NOON.plusSeconds(3610));

    assertThat(clock.at(9 * SECOND)).isEqualTo(NOON.plusSeconds(9));
    assertThat(clock.at(11 * SECOND)).isEqualTo(NOON.plusSeconds(3611));
  }

  @Test
  void only_moments_before_the_latest_step_have_seen_one_since() {
    clock.observe(0, NOON);
    assertThat(clock.steppedSince(-SECOND)).isFalse();
    clock.observe(10 * SECOND, NOON.plusSeconds(3610));

    assertThat(clock.steppedSince(9 * SECOND)).isTrue();
    assertThat(clock.steppedSince(10 * SECOND)).isFalse();
  }

  @Test
  void slow_drift_is_no_step() {
    for (int second = 0; second < 5000; second++) {
      clock.observe(second * SECOND, NOON.plusSeconds(second).plusMillis(second));
    }

    assertThat(clock.takeSteps()).isEmpty();
    assertThat(clock.at(4999 * SECOND)).isEqualTo(NOON.plusSeconds(4999).plusMillis(4999));
  }

  @Test
  void half_a_second_is_no_step_and_more_is() {
    clock.observe(0, NOON);
    clock.observe(SECOND, NOON.plusMillis(1500));
    assertThat(clock.takeSteps()).isEmpty();

    clock.observe(2 * SECOND, NOON.plusMillis(3001));
    assertThat(clock.takeSteps()).hasSize(1);
  }

  @Test
  void a_clock_that_steps_for_ever_needs_no_more_memory() {
    Random random = new Random(3);
    for (int i = 0; i < 10_000; i++) {
      clock.observe(i * SECOND, NOON.plusSeconds(random.nextInt(1_000_000)));
    }

    assertThat(clock.takeSteps()).hasSize(16);
  }

  @Test
  void a_look_overtaken_by_a_later_one_changes_nothing() {
    clock.observe(0, NOON);
    clock.observe(10 * SECOND, NOON.plusSeconds(3610));
    clock.observe(9 * SECOND, NOON.plusSeconds(9));

    assertThat(clock.takeSteps()).hasSize(1);
    assertThat(clock.at(11 * SECOND)).isEqualTo(NOON.plusSeconds(3611));
  }
}
