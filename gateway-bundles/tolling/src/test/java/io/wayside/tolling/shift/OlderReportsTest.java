// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.Vehicles;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against all reports there are, gone through from the first to the last. */
class OlderReportsTest {

  private static final String STREAM = "toll-shift.0017";

  private final Vehicles.Time time = new Vehicles.Time().at(Vehicles.ORIGIN);
  private final KeptJournal journal = new KeptJournal();
  private final ShiftRecords records = new ShiftRecords(time);
  private final Shift first = Vehicles.PLAN.of(Vehicles.ORIGIN);

  private void write(Shift shift) {
    time.at(time.now().wall().plus(Duration.ofMinutes(40)));
    ShiftReport report = new LaneShift("0017", "toll.lane-1", shift).report();
    assertThat(
            journal.append(
                records.lane(report, Span.of(Vehicles.PLAN, shift), 1, Vehicles.PROVENANCE)))
        .isCompleted();
  }

  private List<RecordId> all(Shift shift, long before) {
    return journal.all(STREAM).stream()
        .filter(record -> record.id().sequence() < before)
        .filter(record -> Shift.of(record).equals(Optional.of(shift)))
        .map(JournalRecord::id)
        .toList();
  }

  private static RecordId at(long number) {
    return new RecordId("gate-7", STREAM, number);
  }

  @Test
  void eachOfAShiftIsFoundAlsoWhenTheWindowGoesOn() throws Exception {
    Random random = new Random(3);
    OlderReports older = new OlderReports(journal);
    for (int step = 0; step < 30; step++) {
      for (int i = random.nextInt(20); i >= 0; i--) {
        write(new Shift(first.day().minusDays(random.nextInt(4)), 1));
      }
      long oldest = journal.all(STREAM).size() + 1L;
      Shift asked = new Shift(first.day().minusDays(random.nextInt(4)), 1);
      OlderReports.Found found = older.of(asked, Vehicles.ORIGIN, at(oldest));
      assertThat(found.reports()).extracting(JournalRecord::id).isEqualTo(all(asked, oldest));
      assertThat(found.whole()).isTrue();
    }
  }

  @Test
  void whatWasWrittenBeforeTheShiftEndedIsNotRead() throws Exception {
    write(first);
    Instant ended = time.now().wall().plusSeconds(1);
    write(first);
    write(first);
    assertThat(new OlderReports(journal).of(first, ended, at(4)).reports())
        .extracting(JournalRecord::id)
        .containsExactly(at(2), at(3));
  }

  @Test
  void whatIsNotKeptAnyMoreIsSaid() throws Exception {
    write(first);
    assertThat(new OlderReports(journal).of(first, Vehicles.ORIGIN, at(2)).whole()).isTrue();
    assertThat(new OlderReports(journal).of(first, Vehicles.ORIGIN, at(5_000)).whole()).isFalse();
  }
}
