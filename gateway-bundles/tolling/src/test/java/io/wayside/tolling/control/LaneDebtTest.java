// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LaneDebtTest {

  private static final TagNumber ANNA = new TagNumber(KnownTags.ANNA, 96);
  private static final BusinessDay DAYS =
      new BusinessDay(ZoneId.of("Asia/Ho_Chi_Minh"), LocalTime.of(6, 0));
  private static final Instant MORNING = Instant.parse("2026-11-21T03:00:00Z");
  private static final Instant NEXT = MORNING.plusSeconds(86_400);

  private static LaneDebt debt(boolean byOffice) {
    return new LaneDebt("001", DAYS, byOffice);
  }

  @Test
  void withoutAnOfficeItIsForgottenWithTheBusinessDay() {
    LaneDebt debt = debt(false);
    debt.owed(ANNA, MORNING, 38_000);
    debt.recorded(7, 38_000);
    debt.settledThrough(7);
    assertThat(debt.ofLane()).as("nobody settles").isEqualTo(38_000);
    debt.turnTo(NEXT);
    assertThat(debt.ofLane()).isZero();
  }

  @Test
  void withAnOfficeNoDayForgetsIt() {
    LaneDebt debt = debt(true);
    debt.owed(ANNA, MORNING, 38_000);
    debt.recorded(7, 38_000);
    debt.turnTo(NEXT);
    assertThat(debt.ofLane()).isEqualTo(38_000);
    debt.settledThrough(6);
    assertThat(debt.ofLane()).isEqualTo(38_000);
    debt.settledThrough(7);
    assertThat(debt.ofLane()).isZero();
  }

  @Test
  void whatWasSettledBeforeItsNumberWasKnownIsSettled() {
    LaneDebt debt = debt(true);
    debt.owed(ANNA, MORNING, 38_000);
    debt.settledThrough(9);
    assertThat(debt.ofLane()).isEqualTo(38_000);
    debt.recorded(8, 38_000);
    assertThat(debt.ofLane()).isZero();
  }

  @Test
  void itIsAlwaysTheSumOfWhatIsNotSettled() {
    for (long seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      LaneDebt debt = debt(true);
      Deque<long[]> open = new ArrayDeque<>();
      long number = 0;
      for (int i = 0; i < 500; i++) {
        if (random.nextInt(3) > 0) {
          number += 1 + random.nextInt(3);
          long minor = random.nextInt(50_000);
          debt.owed(ANNA, MORNING, minor);
          debt.recorded(number, minor);
          open.add(new long[] {number, minor});
        } else {
          long through = number - random.nextInt(5);
          debt.settledThrough(through);
          while (!open.isEmpty() && open.element()[0] <= through) {
            open.remove();
          }
        }
        assertThat(debt.ofLane()).isEqualTo(open.stream().mapToLong(one -> one[1]).sum());
      }
    }
  }

  @Test
  void howeverManyRecordsWaitTheirSumIsRight() {
    LaneDebt debt = debt(true);
    for (int i = 1; i <= 25_000; i++) {
      debt.owed(ANNA, MORNING, 10);
      debt.recorded(i, 10);
    }
    assertThat(debt.ofLane()).isEqualTo(250_000);
    debt.settledThrough(10_000);
    assertThat(debt.ofLane()).isEqualTo(150_000);
    debt.settledThrough(25_000);
    assertThat(debt.ofLane()).isZero();
  }

  /** Told backwards or forwards, it is the same debt. */
  @Test
  void whatIsToldFromFurtherBackIsSettledByItsNumberToo() {
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      LaneDebt forwards = debt(true);
      LaneDebt backwards = debt(true);
      int many = 1 + random.nextInt(12);
      int known = random.nextInt(many + 1);
      long[] minor = new long[many];
      for (int i = 0; i < many; i++) {
        minor[i] = 1_000L * (1 + random.nextInt(9));
        forwards.owed(ANNA, MORNING, minor[i]);
        forwards.recorded(10 + i, minor[i]);
      }
      for (int i = many - known; i < many; i++) {
        backwards.owed(ANNA, MORNING, minor[i]);
        backwards.recorded(10 + i, minor[i]);
      }
      long early = 10L + random.nextInt(many + 2) - 1;
      boolean settledBefore = random.nextBoolean();
      if (settledBefore) {
        backwards.settledThrough(early);
      }
      for (int i = many - known - 1; i >= 0; i--) {
        backwards.owedEarlier(ANNA, MORNING, minor[i], 10 + i);
      }
      if (!settledBefore) {
        backwards.settledThrough(early);
      }
      forwards.settledThrough(early);
      assertThat(backwards.ofLane()).isEqualTo(forwards.ofLane());
      backwards.settledThrough(10 + many);
      assertThat(backwards.ofLane()).isZero();
    }
  }

  @Test
  void withoutAnOfficeADayThatIsOverIsNotOwedAgain() {
    LaneDebt debt = debt(false);
    debt.owed(ANNA, NEXT, 38_000);
    debt.owedEarlier(ANNA, NEXT.minusSeconds(60), 20_000, 5);
    debt.owedEarlier(ANNA, MORNING, 1_000, 4);
    assertThat(debt.ofLane()).isEqualTo(58_000);
  }
}
