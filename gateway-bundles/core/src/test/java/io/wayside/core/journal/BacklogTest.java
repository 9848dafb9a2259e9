// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BacklogTest {

  private static final Stamp NOW =
      new Stamp(Instant.EPOCH, ClockQuality.unsynchronised(), "boot-1", 1);

  private final List<String> complaints = new ArrayList<>();
  private final ScriptedJournal journal = new ScriptedJournal();
  private final Backlog backlog = new Backlog(journal, 3, complaints::add);

  private static Draft draft(int number) {
    return new Draft(
        "weighing.lane-1",
        new RecordKind("weighing", 1),
        Importance.ENFORCEMENT,
        NOW,
        new Provenance("0.1.0", "0123456789abcdef", "none"),
        Value.Fields.with("vehicle", number).build());
  }

  private List<Value> acceptedNumbers() {
    return journal.accepted().stream().map(draft -> draft.body().get("vehicle")).toList();
  }

  private static List<Value> numbers(int... all) {
    return IntStream.of(all).<Value>mapToObj(Value.Whole::new).toList();
  }

  @Test
  void draftsGoToTheJournalInOrderOneAfterTheOther() {
    journal.slow();
    IntStream.rangeClosed(1, 3).forEach(n -> assertThat(backlog.offer(draft(n))).isTrue());
    assertThat(journal.asked()).isOne();
    journal.settle();
    journal.settle();
    assertThat(backlog.emptied()).isNotDone();
    journal.settle();
    assertThat(acceptedNumbers()).isEqualTo(numbers(1, 2, 3));
    assertThat(backlog.emptied()).isCompleted();
  }

  @Test
  void whatTheJournalDoesNotTakeNowIsTriedAgainInTheSameOrder() {
    journal.failing(new JournalException.Busy("queue of 64 is full"));
    backlog.offer(draft(1));
    backlog.offer(draft(2));
    assertThat(journal.asked()).isOne();
    assertThat(backlog.state()).isEqualTo(new Backlog.State(2, 0, "queue of 64 is full"));
    backlog.retry();
    assertThat(journal.asked()).isEqualTo(2);
    journal.accepting();
    backlog.retry();
    assertThat(acceptedNumbers()).isEqualTo(numbers(1, 2));
    assertThat(backlog.state()).isEqualTo(new Backlog.State(0, 0, ""));
  }

  @Test
  void aJournalThatBreaksItsContractDoesNotStopTheLine() {
    journal.failing(
        draft -> {
          throw new IllegalStateException("broken");
        });
    backlog.offer(draft(1));
    assertThat(backlog.state()).isEqualTo(new Backlog.State(1, 0, "broken"));
    journal.accepting();
    backlog.retry();
    assertThat(acceptedNumbers()).isEqualTo(numbers(1));
  }

  @Test
  void aFullBacklogRefusesTheNextDraftAndKeepsTheOldOnes() {
    journal.failing(new JournalException.Full("no space"));
    IntStream.rangeClosed(1, 3).forEach(n -> backlog.offer(draft(n)));
    assertThat(backlog.offer(draft(4))).isFalse();
    journal.accepting();
    backlog.retry();
    assertThat(acceptedNumbers()).isEqualTo(numbers(1, 2, 3));
  }

  @Test
  void whatTheJournalWillNeverTakeDoesNotHoldUpTheRest() {
    journal.failing(
        draft ->
            draft.body().get("vehicle").equals(new Value.Whole(1))
                ? Optional.of(new JournalException.Refused("too large"))
                : Optional.empty());
    backlog.offer(draft(1));
    backlog.offer(draft(2));
    assertThat(acceptedNumbers()).isEqualTo(numbers(2));
    assertThat(backlog.state()).isEqualTo(new Backlog.State(0, 1, "", "too large"));
    assertThat(complaints).singleElement().asString().contains("weighing/1", "too large");
  }

  /** What was refused is told for good; what comes after is not held up or called stuck for it. */
  @Test
  void aRefusalDoesNotLookLikeAJournalThatTakesNothing() {
    journal.failing(new JournalException.Refused("too large"));
    backlog.offer(draft(1));
    journal.accepting();
    journal.slow();
    backlog.offer(draft(2));
    assertThat(backlog.state()).isEqualTo(new Backlog.State(1, 1, "", "too large"));
    assertThat(backlog.state().why()).isEqualTo("too large");
    journal.failing(new JournalException.Busy("full"));
    backlog.offer(draft(3));
    journal.settle();
    assertThat(backlog.state().lastFailure()).isEqualTo("full");
    journal.accepting();
    backlog.retry();
    journal.settle();
    assertThat(backlog.state()).isEqualTo(new Backlog.State(0, 1, "", "too large"));
  }

  @Test
  void aFailureWithoutWordsIsAFailureAllTheSame() {
    journal.failing(new JournalException.Busy(""));
    backlog.offer(draft(1));
    assertThat(backlog.state().lastFailure()).isEqualTo("Busy");
  }

  @Test
  void eachDraftSaysForItselfWhenItIsDurable() {
    journal.slow();
    CompletableFuture<RecordId> first = backlog.take(draft(1)).orElseThrow();
    CompletableFuture<RecordId> second = backlog.take(draft(2)).orElseThrow();
    journal.settle();
    assertThat(first).isCompleted();
    assertThat(second).isNotDone();
    journal.settle();
    assertThat(second).isCompleted();
    backlog.offer(draft(3));
    backlog.offer(draft(4));
    backlog.offer(draft(5));
    assertThat(backlog.take(draft(6))).isEmpty();
  }

  @Test
  void whatWillNeverBeKeptIsNotCalledDurable() {
    journal.failing(new JournalException.Refused("too large"));
    assertThat(backlog.take(draft(1)).orElseThrow())
        .isCompletedExceptionally()
        .failsWithin(Duration.ZERO)
        .withThrowableThat()
        .withCauseInstanceOf(JournalException.Refused.class);
    assertThat(backlog.emptied()).isCompleted();
  }

  @Test
  void anErrorInTheJournalDoesNotStopTheLineForEver() {
    journal.failing(
        draft -> {
          throw new StackOverflowError("made by the test");
        });
    backlog.offer(draft(1));
    journal.accepting();
    backlog.retry();
    assertThat(acceptedNumbers()).isEqualTo(numbers(1));
  }

  @Test
  void whoWaitsIsToldWithoutTheLineBeingLocked() {
    List<Integer> seen = new ArrayList<>();
    journal.slow();
    backlog.offer(draft(1));
    var unused =
        backlog
            .emptied()
            .thenRun(
                () -> seen.add(CompletableFuture.supplyAsync(backlog::state).join().waiting()));
    journal.settle();
    assertThat(seen).containsExactly(0);
  }

  @Test
  void aLongLineThatIsTakenAtOnceNeedsNoDeepStack() {
    Backlog deep = new Backlog(journal, 50_000, complaints::add);
    journal.failing(new JournalException.Busy("busy"));
    IntStream.rangeClosed(1, 50_000).forEach(n -> deep.offer(draft(n)));
    journal.accepting();
    deep.retry();
    assertThat(deep.state()).isEqualTo(new Backlog.State(0, 0, ""));
    assertThat(journal.accepted()).hasSize(50_000);
  }

  @Test
  void whatStillWaitsCanBeWrittenToTheLog() {
    journal.failing(new JournalException.Unavailable("closed"));
    backlog.offer(draft(7));
    assertThat(backlog.contents()).singleElement().asString().contains("weighing/1", "7");
  }
}
