// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SteppedRigClockTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private final List<String> happened = new ArrayList<>();

  private void note(String what) {
    happened.add(what + "@" + clock.nanos() / 1_000_000);
  }

  @Test
  void runsActionsInTheOrderOfTheirTimesAndOfAskingAndShowsThemTheirTime() {
    clock.after(Duration.ofMillis(30), () -> note("c"));
    clock.after(Duration.ofMillis(10), () -> note("a"));
    clock.after(Duration.ofMillis(10), () -> note("b"));
    clock.advance(Duration.ofMillis(29));
    assertThat(happened).containsExactly("a@10", "b@10");
    clock.advance(Duration.ofMillis(1));
    assertThat(happened).endsWith("c@30");
  }

  @Test
  void runsWhatAnActionAsksForWithinTheSameStep() {
    clock.after(
        Duration.ofMillis(10), () -> clock.after(Duration.ofMillis(5), () -> note("later")));
    clock.advance(Duration.ofMillis(20));
    assertThat(happened).containsExactly("later@15");
    assertThat(clock.nanos()).isEqualTo(20_000_000);
  }

  @Test
  void repeatsOnAGridUntilCancelled() {
    RigClock.Task task = clock.every(Duration.ofMillis(10), due -> note("tick" + due / 1_000_000));
    clock.advance(Duration.ofMillis(35));
    task.cancel();
    clock.advance(Duration.ofMillis(100));
    assertThat(happened).containsExactly("tick10@10", "tick20@20", "tick30@30");
  }

  @Test
  void aCancelledActionNeverRuns() {
    clock.after(Duration.ofMillis(1), () -> note("never")).cancel();
    clock.advance(Duration.ofMillis(5));
    assertThat(happened).isEmpty();
  }

  @Test
  void leavesOutGridPointsThatPassedWhileTheActionRan() {
    List<Long> due = new ArrayList<>();
    clock.every(
        Duration.ofMillis(10),
        dueNanos -> {
          due.add(dueNanos / 1_000_000);
          if (due.size() == 1) {
            clock.advance(Duration.ofMillis(35));
          }
        });
    clock.advance(Duration.ofMillis(60));
    assertThat(due).startsWith(10L).doesNotContain(20L, 30L).contains(50L, 60L);
  }

  @Test
  void wallTimeMovesWithIt() {
    Instant before = clock.instant();
    clock.advance(Duration.ofSeconds(3));
    assertThat(clock.instant()).isEqualTo(before.plusSeconds(3));
  }

  @Test
  void refusesAPeriodOfNothing() {
    assertThatThrownBy(() -> clock.every(Duration.ZERO, due -> note("never")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
