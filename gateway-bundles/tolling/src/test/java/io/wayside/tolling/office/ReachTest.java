// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final long SECOND = 1_000_000_000L;

  private final Reach reach = new Reach(3, 10 * SECOND, SECOND, 30 * SECOND, 0);
  private long now;

  @Test
  void nobodyWaitsForAnOfficeThatWasNeverHeard() {
    assertThat(reach.isReachable()).isFalse();
    assertThat(reach.probeDue()).isZero();
    reach.alive(now);
    assertThat(reach.isReachable()).isTrue();
    assertThat(reach.probeDue()).isEqualTo(10 * SECOND);
  }

  @Test
  void threeQuestionsInVainAreEnoughAndOneAnswerBetweenThemIsForgiving() {
    reach.answered(now);
    reach.silent(now);
    reach.silent(now);
    assertThat(reach.isReachable()).isTrue();
    reach.answered(now);
    reach.silent(now);
    reach.silent(now);
    assertThat(reach.isReachable()).isTrue();
    reach.silent(now);
    assertThat(reach.isReachable()).isFalse();
  }

  @Test
  void aSignOfLifeDoesNotForgiveASilentQuestion() {
    reach.answered(now);
    reach.silent(now);
    reach.alive(now);
    reach.silent(now);
    reach.alive(now);
    reach.silent(now);
    assertThat(reach.isReachable()).isFalse();
    reach.alive(now);
    assertThat(reach.isReachable()).isTrue();
    reach.silent(now);
    assertThat(reach.isReachable()).as("on trial: one is enough").isFalse();
    reach.alive(now);
    reach.answered(now);
    reach.silent(now);
    assertThat(reach.isReachable()).as("an answer ends the trial").isTrue();
  }

  @Test
  void signsOfLifeAreAskedForLessAndLessOften() {
    reach.answered(now);
    for (int i = 0; i < 3; i++) {
      reach.silent(now);
    }
    List<Long> rests = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      rests.add((reach.probeDue() - now) / SECOND);
      now = reach.probeDue();
      reach.silent(now);
    }
    assertThat(rests).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    reach.alive(now);
    reach.answered(now);
    for (int i = 0; i < 3; i++) {
      reach.silent(now);
    }
    assertThat(reach.probeDue() - now).as("from the beginning").isEqualTo(SECOND);
  }

  @Test
  void questionsThatWereUnderWayDoNotPutOffTheNextSign() {
    reach.answered(now);
    for (int i = 0; i < 3; i++) {
      reach.silent(now);
    }
    for (int i = 0; i < 10; i++) {
      reach.silent(now + SECOND / 2);
    }
    assertThat(reach.probeDue()).isEqualTo(now + SECOND);
  }

  @Test
  void whateverComesTheNextSignIsNeverFurtherOffThanTheLongestRest() {
    for (long seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      for (int i = 0; i < 200; i++) {
        now += random.nextInt(3) * SECOND / 2;
        switch (random.nextInt(4)) {
          case 0 -> reach.answered(now);
          case 1 -> reach.alive(now);
          default -> reach.silent(now);
        }
        assertThat(reach.probeDue() - now).isLessThanOrEqualTo(30 * SECOND);
      }
    }
  }
}
