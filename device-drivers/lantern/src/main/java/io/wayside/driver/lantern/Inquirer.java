// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.lantern;

import io.wayside.driver.lantern.text.Budget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whom to ask what, and when: one question a turn, each lantern in its turn. For one thread. */
final class Inquirer {

  /** A text to a number. */
  record Question(String number, String text) {}

  private static final class Slot {
    private final Question question;
    private long dueNanos;

    Slot(Question question, long dueNanos) {
      this.question = question;
      this.dueNanos = dueNanos;
    }
  }

  private final List<Slot> slots = new ArrayList<>();
  private final long everyNanos;
  private final Budget budget;

  /**
   * An inquirer.
   *
   * @param everyNanos 0: nobody is ever asked
   */
  Inquirer(
      Iterable<String> numbers, List<String> texts, long everyNanos, Budget budget, long nowNanos) {
    this.everyNanos = everyNanos;
    this.budget = budget;
    if (everyNanos > 0) {
      for (String number : numbers) {
        texts.forEach(text -> slots.add(new Slot(new Question(number, text), nowNanos)));
      }
    }
  }

  /** The question that has been due for longest. */
  Optional<Question> due(long nowNanos) {
    return slots.stream()
        .filter(slot -> nowNanos - slot.dueNanos >= 0)
        .min((one, other) -> Long.compare(one.dueNanos - other.dueNanos, 0))
        .filter(slot -> budget.allows(nowNanos))
        .map(slot -> slot.question);
  }

  /** It is being asked, whatever becomes of it. */
  void asked(Question question, long nowNanos) {
    budget.spend(nowNanos);
    slots.stream()
        .filter(slot -> slot.question.equals(question))
        .forEach(slot -> slot.dueNanos = nowNanos + everyNanos);
  }

  /** Whether a question is due that may not be sent any more today. */
  boolean isSpent(long nowNanos) {
    return slots.stream().anyMatch(slot -> nowNanos - slot.dueNanos >= 0)
        && !budget.allows(nowNanos);
  }
}
