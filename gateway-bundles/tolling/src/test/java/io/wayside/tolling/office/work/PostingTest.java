// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.shift.RandomLane;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The turns of posting on a journal, its sessions, and what is told of them. */
class PostingTest {

  private final BenchOffice office = new BenchOffice();
  private final Refusals refusals = new Refusals(office.parts());
  private final Posting posting = new Posting(office.parts(), refusals, () -> {});
  private long now = 1;

  private void write(String lane, int many, long seed) {
    office.journal.outbox.all.addAll(new RandomLane(seed, lane).write(many, 0));
  }

  private void turns(Posting some, int many) {
    for (int turn = 0; turn < many; turn++) {
      now = Math.max(now + 1, Math.min(some.turn(now), now + 400_000_000_000L));
    }
  }

  private Health health(String silence) {
    return OfficeHealth.judge(posting.state(), refusals.count(), refusals.shown(), silence, 1);
  }

  private long firstPassage() {
    return office.journal.outbox.all.stream()
        .filter(record -> record.kind().name().equals("toll-passage"))
        .findFirst()
        .orElseThrow()
        .id()
        .sequence();
  }

  @Test
  void isADestinationOfItsOwnInTheJournal() {
    write("lane-1", 60, 1);
    turns(posting, 50);
    assertThat(office.journal.destination()).isEqualTo("toll-office.office");
    assertThat(office.journal.outbox.backlog()).isZero();
    assertThat(office.posted).isNotEmpty().doesNotHaveDuplicates();
    assertThat(posting.tally().accepted()).isEqualTo(office.posted.size());
    assertThat(posting.waiting()).isZero();
    assertThat(health("").code()).isEqualTo("ok");
  }

  @Test
  void whatIsRefusedIsOnRecordAndToldUntilAPersonHasSeenIt() throws Exception {
    write("lane-1", 60, 2);
    long number = firstPassage();
    office.refused.put(number, "no such tag");
    turns(posting, 50);
    assertThat(health("").code()).isEqualTo("records-refused");
    assertThat(health("").message()).contains("toll.lane-1/" + number, "no such tag", "say seen");
    List<JournalRecord> kept = office.journal.last("toll-office.office", 10);
    assertThat(kept).hasSize(1);
    assertThat(Judge.faults("toll-office/1", kept.get(0).body())).isEmpty();
    assertThat(new Fields(kept.get(0).body()).member("of").whole("number")).hasValue(number);

    Refusals afterRestart = new Refusals(office.parts());
    Posting next = new Posting(office.parts(), afterRestart, () -> {});
    turns(next, 3);
    assertThat(afterRestart.count()).as("a restart forgets nothing").isEqualTo(1);
    afterRestart.seen("anna (cli)", "paid in cash");
    assertThat(afterRestart.count()).isZero();
    assertThat(afterRestart.shown()).isEmpty();
    kept = office.journal.last("toll-office.office", 10);
    assertThat(Judge.faults("toll-office/1", kept.get(1).body())).isEmpty();
    Refusals again = new Refusals(office.parts());
    again.read();
    assertThat(again.count()).as("nor what was seen").isZero();
  }

  @Test
  void aJournalThatFailsEndsTheSessionAndTheNextGoesOnWithWhatIsLeft() {
    write("lane-1", 60, 3);
    office.refused.put(firstPassage(), "no such tag");
    posting.turn(now);
    office.journal.failing(new JournalException.Unavailable("the disk is gone"));
    turns(posting, 5);
    assertThat(health("").status()).isEqualTo(Health.Status.FAILED);
    assertThat(health("").message()).contains("the disk is gone");
    assertThat(office.journal.outbox.backlog()).isPositive();
    office.journal.failing(null);
    turns(posting, 50);
    assertThat(office.journal.outbox.backlog()).isZero();
    assertThat(refusals.count()).as("told once").isEqualTo(1);
    assertThat(health("").code()).isEqualTo("records-refused");
  }

  @Test
  void aLaneThatIsNotTakenIsNamedWithTheOfficesWords() {
    write("lane-1", 20, 4);
    office.away = true;
    turns(posting, 2);
    assertThat(health("").code()).as("one failure is nothing").isEqualTo("ok");
    turns(posting, 4);
    assertThat(health("").code()).isEqualTo("not-posted");
    assertThat(health("").message()).contains("toll.lane-1", "the office is away");
    office.away = false;
    turns(posting, 30);
    assertThat(health("").code()).isEqualTo("ok");
    assertThat(health("nobody answers").code()).isEqualTo("office-silent");
  }

  @Test
  void aStreamOfWhichNothingWaitsIsSettledUpToWhereItStands() {
    write("lane-1", 30, 5);
    office.journal.outbox.all.forEach(record -> office.journal.outbox.acknowledge(record.id()));
    long head = office.journal.outbox.all.get(office.journal.outbox.all.size() - 1).id().sequence();
    posting.turn(now);
    assertThat(posting.settledThrough("toll.lane-1")).as("not asked for before").isEmpty();
    turns(posting, 2);
    assertThat(posting.settledThrough("toll.lane-1")).hasValue(head);
    assertThat(posting.settledThrough("toll.lane-2")).isEmpty();
    turns(posting, 2);
    assertThat(posting.settledThrough("toll.lane-2")).as("nothing was written").hasValue(0);
  }

  @Test
  void aFaultOfTheSoftwareLosesNothing() {
    write("lane-1", 60, 6);
    turns(posting, 3);
    posting.fell(new IllegalStateException("made up"));
    assertThat(health("").message()).contains("made up");
    turns(posting, 50);
    assertThat(office.journal.outbox.backlog()).isZero();
    assertThat(posting.tally().accepted())
        .as("counted over sessions")
        .isEqualTo(office.posted.size());
    assertThat(health("").code()).isEqualTo("ok");
  }
}
