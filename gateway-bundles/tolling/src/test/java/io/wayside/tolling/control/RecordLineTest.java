// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecordLineTest {

  private final KeptJournal journal = new KeptJournal();
  private final SteppedTime time = new SteppedTime();

  private Draft draft(int number) {
    return new Draft(
        "toll.lane-1",
        new RecordKind("toll-grant", 1),
        Importance.EVENT,
        time.now(),
        new Provenance("0.1.0", "0", "none"),
        Value.Fields.with("n", number).build());
  }

  private List<Long> kept() {
    return journal.all("toll.lane-1").stream()
        .map(JournalRecord::body)
        .map(body -> ((Value.Whole) body.get("n")).value())
        .toList();
  }

  @Test
  void whateverTheJournalDoesRecordsAreKeptOnceAndInOrder() {
    Random random = new Random(11);
    RecordLine line = new RecordLine(journal, 1_000);
    List<CompletableFuture<RecordId>> futures = new ArrayList<>();
    List<Long> expected = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int number = i;
      expected.add((long) i);
      futures.add(line.write(() -> draft(number), 0));
      switch (random.nextInt(6)) {
        case 0 -> journal.failing(new JournalException.Busy("too many wait; try again"));
        case 1 -> journal.failing(null);
        case 2 -> journal.slow();
        case 3 -> journal.swift();
        case 4 -> journal.sync();
        default -> line.retry();
      }
    }
    journal.failing(null);
    journal.swift();
    for (int i = 0; i < 5; i++) {
      journal.sync();
      line.retry();
    }
    assertThat(kept()).isEqualTo(expected);
    assertThat(futures).allMatch(future -> future.isDone() && !future.isCompletedExceptionally());
    assertThat(line.state()).isEqualTo(new RecordLine.State(0, 0, 0, ""));
  }

  @Test
  void aRecordThatFindsNoRoomIsLostAndSaidNotTheOnesBefore() {
    journal.failing(new JournalException.Full("no space is left; free some"));
    RecordLine line = new RecordLine(journal, 2);
    var first = line.write(() -> draft(1), 5);
    var second = line.write(() -> draft(2), 6);
    CompletableFuture<RecordId> third = line.write(() -> draft(3), 7);
    assertThat(third).isCompletedExceptionally();
    assertThat(line.state())
        .isEqualTo(new RecordLine.State(2, 5, 1, "no space is left; free some"));
    assertThat(line.contents()).hasSize(2);
    journal.failing(null);
    line.retry();
    assertThat(kept()).containsExactly(1L, 2L);
    assertThat(first).isCompleted();
    assertThat(second).isCompleted();
    assertThat(line.state().lost()).isOne();
  }

  @Test
  void aRecordThatIsRefusedForGoodDoesNotStopTheLine() {
    RecordLine line = new RecordLine(journal, 5);
    journal.failing(new JournalException.Refused("too large; make it smaller"));
    assertThat(line.write(() -> draft(1), 0)).isCompletedExceptionally();
    journal.failing(null);
    assertThat(line.write(() -> draft(2), 0)).isCompleted();
    assertThat(kept()).containsExactly(2L);
    assertThat(line.state().lost()).isOne();
  }
}
