// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.lantern.Inquirer.Question;
import io.wayside.driver.lantern.text.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InquirerTest {

  private static final long HOUR = 3_600_000_000_000L;

  private static List<Question> askAll(Inquirer inquirer, long nanos) {
    List<Question> asked = new ArrayList<>();
    Optional<Question> due = inquirer.due(nanos);
    while (due.isPresent()) {
      asked.add(due.get());
      inquirer.asked(due.get(), nanos);
      due = inquirer.due(nanos);
    }
    return asked;
  }

  @Test
  void everybodyIsAskedEverythingOnceAPeriod() {
    Inquirer inquirer =
        new Inquirer(List.of("+1", "+2"), List.of("a", "b"), HOUR, new Budget(100), 0);

    assertThat(askAll(inquirer, 0))
        .containsExactlyInAnyOrder(
            new Question("+1", "a"),
            new Question("+1", "b"),
            new Question("+2", "a"),
            new Question("+2", "b"));
    assertThat(askAll(inquirer, HOUR - 1)).isEmpty();
    assertThat(askAll(inquirer, HOUR)).hasSize(4);
    assertThat(inquirer.isSpent(HOUR)).isFalse();
  }

  @Test
  void nobodyIsAskedWhereThePeriodIsZero() {
    Inquirer inquirer = new Inquirer(List.of("+1"), List.of("a"), 0, new Budget(100), 0);

    assertThat(inquirer.due(100 * HOUR)).isEmpty();
    assertThat(inquirer.isSpent(100 * HOUR)).isFalse();
  }

  @Test
  void aBudgetBoundsEveryDayAndWhoWaitedLongestIsAskedFirst() {
    Inquirer inquirer =
        new Inquirer(List.of("+1", "+2", "+3"), List.of("a"), HOUR, new Budget(2), 0);
    List<Question> first = askAll(inquirer, 0);
    assertThat(first).hasSize(2);
    assertThat(inquirer.isSpent(0)).isTrue();
    List<Question> next = askAll(inquirer, 24 * HOUR);

    assertThat(next).hasSize(2);
    assertThat(next.get(0)).as("not asked yesterday").isNotIn(first);
    for (long hour = 25; hour < 200; hour++) {
      askAll(inquirer, hour * HOUR);
    }
  }

  @Test
  void noDayHasMoreThanItsBudget() {
    Inquirer inquirer =
        new Inquirer(List.of("+1", "+2", "+3"), List.of("a", "b"), HOUR / 2, new Budget(5), 0);
    List<Long> sent = new ArrayList<>();
    for (long minute = 0; minute < 5 * 24 * 60; minute += 7) {
      long now = minute * HOUR / 60;
      askAll(inquirer, now).forEach(question -> sent.add(now));
    }
    for (long from : sent) {
      assertThat(sent.stream().filter(at -> at >= from && at < from + 24 * HOUR))
          .hasSizeLessThanOrEqualTo(5);
    }
    assertThat(sent).hasSizeBetween(20, 30);
  }
}
