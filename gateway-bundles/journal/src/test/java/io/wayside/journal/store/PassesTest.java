// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PassesTest {

  /** Carries one portion out over a set of numbers, as the thinning does over rows. */
  private static Passes step(Passes passes, Passes.Due due, long to, NavigableSet<Long> left) {
    Passes.Pass pass = passes.pass(due.pass());
    long spared = pass.spared();
    boolean spares = pass.spares();
    for (long number : new TreeSet<>(left.subSet(due.from(), false, to, true))) {
      if (spares) {
        spared = number;
      } else {
        left.remove(number);
      }
      spares = !spares;
    }
    return passes.with(due.pass(), new Passes.Pass(to, spared, spares));
  }

  private static NavigableSet<Long> numbers(long first, long last) {
    NavigableSet<Long> numbers = new TreeSet<>();
    for (long number = first; number <= last; number++) {
      numbers.add(number);
    }
    return numbers;
  }

  @Test
  void leavesOneIn64AndThenNothingIsDue() {
    NavigableSet<Long> left = numbers(1, 6400);
    Passes passes = Passes.none();
    int most = 0;
    for (Passes.Due due = passes.due(0, 6400); due != null; due = passes.due(0, 6400)) {
      passes = step(passes, due, due.to(), left);
      assertThat(due.pass()).isGreaterThanOrEqualTo(most);
      most = due.pass();
      assertThat(left).hasSize(6400 >> due.pass());
    }
    assertThat(most).isEqualTo(Passes.MOST);
    assertThat(left).hasSize(100).contains(1L, 65L, 129L);
  }

  @Test
  void whatCameLaterIsAsCoarseAsWhatWasThereBeforeAnythingGetsCoarser() {
    NavigableSet<Long> left = numbers(1, 2000);
    Passes passes = Passes.none();
    for (int pass = 1; pass <= 2; pass++) {
      Passes.Due due = passes.due(0, 1000);
      assertThat(due).isNotNull().extracting(Passes.Due::pass).isEqualTo(pass);
      passes = step(passes, due, due.to(), left);
    }
    Passes.Due due = passes.due(0, 2000);
    assertThat(due).isEqualTo(new Passes.Due(1, 1000, 2000));
    passes = step(passes, due, due.to(), left);
    assertThat(passes.due(0, 2000)).isNotNull().extracting(Passes.Due::pass).isEqualTo(2);
  }

  @Test
  void onePieceAfterTheOtherGivesTheSameAsAllAtOnce() {
    Random random = new Random(9);
    for (int round = 0; round < 200; round++) {
      long last = 1L + random.nextInt(3000);
      NavigableSet<Long> atOnce = numbers(1, last);
      NavigableSet<Long> pieces = numbers(1, last);
      Passes whole = Passes.none();
      for (Passes.Due due = whole.due(0, last); due != null; due = whole.due(0, last)) {
        whole = step(whole, due, due.to(), atOnce);
      }
      Passes cut = Passes.none();
      for (Passes.Due due = cut.due(0, last); due != null; due = cut.due(0, last)) {
        cut = step(cut, due, Math.min(due.to(), due.from() + 1 + random.nextInt(700)), pieces);
      }
      assertThat(pieces).isEqualTo(atOnce);
    }
  }

  @Test
  void whatRetentionRemovedIsNotLookedAtAgain() {
    assertThat(Passes.none().due(500, 600)).isEqualTo(new Passes.Due(1, 500, 600));
    Passes passes = Passes.none().with(1, new Passes.Pass(600, 599, false));
    assertThat(passes.due(600, 600)).isNull();
    assertThat(passes.due(100, 600)).isEqualTo(new Passes.Due(2, 100, 599));
  }
}
