// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.CorrectionPolicy;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneHealth;
import io.wayside.tolling.passage.PassageFacts;
import io.wayside.tolling.passage.Payment;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.TollRecords;
import io.wayside.tolling.passage.Vehicles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A morning that was counted by hand. */
class HandMadeShiftTest {

  private static final Instant MORNING = Instant.parse("2026-11-21T01:00:00Z");
  private static final Shift FIRST = new Shift(LocalDate.of(2026, 11, 21), 1);

  private final Vehicles.Time time = new Vehicles.Time().at(MORNING);
  private final TollRecords records = new TollRecords(Vehicles.LANE, Vehicles.PLAN, time);
  private final List<JournalRecord> written = new ArrayList<>();

  private JournalRecord write(long number, Draft draft) {
    JournalRecord record = Vehicles.kept(draft, number);
    written.add(record);
    return record;
  }

  private PassageFacts vehicle(String mode, int group) {
    return Vehicles.facts(time.monotonicNanos(), mode, Optional.of(group));
  }

  private static Charge charge(long minor) {
    return Charge.of(new Priced.Sum(new Fare(minor, "VND", "fares", List.of())), Optional.empty());
  }

  private Draft passage(String mode, int group, Charge charge) {
    return records.passage(vehicle(mode, group), charge, Vehicles.PROVENANCE);
  }

  private Draft health(long pulses, long trailers) {
    LaneHealth.Count count =
        new LaneHealth.Count(5, 4, 0, 0, 0, pulses, trailers, 4, 9, 6, 341_000);
    return records.health(
        new LaneHealth(MORNING, MORNING.plusSeconds(3_600), FIRST, count, 1, 2, 0, 60),
        time.monotonicNanos(),
        Vehicles.PROVENANCE);
  }

  private ShiftReport report(Shift shift) {
    LaneShift sum = new LaneShift("0017", "toll.lane-2", shift);
    written.forEach(sum::add);
    return sum.report();
  }

  @Test
  void sumsCountsNumbersAndLoopsAgreeWithTheCountByHand() {
    JournalRecord first = write(11, passage("online", 2, charge(54_000)));
    write(12, passage("online", 2, charge(54_000)));
    write(13, passage("island", 5, charge(195_000)));
    write(14, passage("online", 1, Charge.free(Payment.TICKET, "monthly")));
    write(15, passage("manual", 1, Charge.free(Payment.FORCED_OPEN, "forced-open")));
    write(17, records.violation(vehicle("online", 1), "tailgating", Vehicles.PROVENANCE));
    write(18, records.abort(vehicle("online", 1), "backed-out", Vehicles.PROVENANCE));
    CorrectionPolicy.Wish wish =
        new CorrectionPolicy.Wish(
            "c-1", 0, "VND", "charged-twice", "", "anna", Optional.of("binh"));
    write(
        19,
        records.correction(
            new CorrectionPolicy(Vehicles.PLAN, 0, 1_000_000)
                .judge(first, List.of(), wish, MORNING)
                .correction()
                .orElseThrow(),
            Vehicles.PROVENANCE));
    write(1, health(8, 1));
    ShiftReport report = report(FIRST);
    assertThat(report.sums()).containsOnlyKeys("VND").containsEntry("VND", 249_000L);
    assertThat(report.corrections().get("VND")).isEqualTo(new ShiftReport.Moved(1, -54_000));
    assertThat(report.totals())
        .extracting(t -> t.key().group().orElse(0), t -> t.key().payment(), Total::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "forced-open", 1L),
            org.assertj.core.groups.Tuple.tuple(1, "ticket", 1L),
            org.assertj.core.groups.Tuple.tuple(2, "account", 2L),
            org.assertj.core.groups.Tuple.tuple(5, "account", 1L));
    assertThat(report.occasions()).isEqualTo(new ShiftReport.Occasions(5, 1, 1, 0, 0));
    assertThat(report.lanes())
        .containsExactly(
            new LaneNumbers("toll.lane-2", 11, 19, List.of(new LaneNumbers.Gap(16, 16))));
    // Eight pulses less one trailer; five passages and a violation: one vehicle nobody wrote down.
    assertThat(report.counted()).isEqualTo(new Counted(7, 4, 9, 6, 341_000, 3_600_000));
    assertThat(report.unexplained()).isEqualTo(1);
    // The lane says that it charged 38 000 more than is on record; number 16 is on no record.
    assertThat(Difference.of(report))
        .containsExactly(
            new Difference("toll.lane-2", Difference.What.LOOPS, 1),
            new Difference("toll.lane-2", Difference.What.NUMBERS, 1),
            new Difference("toll.lane-2", Difference.What.PICTURES, 9),
            new Difference("toll.lane-2", Difference.What.SUMS, 38_000));
    assertThat(report.records()).isEqualTo(6);
  }

  @Test
  void whatIsWrittenInTheEveningOfTheMorningBelongsToTheMorning() {
    write(1, passage("online", 2, charge(54_000)));
    PassageFacts early = vehicle("online", 2);
    time.at(MORNING.plusSeconds(12 * 3_600));
    write(2, passage("online", 2, charge(10_000)));
    write(3, records.passage(early, charge(1_000), Vehicles.PROVENANCE));
    Shift evening = new Shift(FIRST.day(), 2);
    assertThat(report(FIRST).sums()).containsEntry("VND", 55_000L);
    assertThat(report(FIRST).late()).containsExactly("toll.lane-2/3");
    assertThat(report(FIRST).lanes().get(0).last()).isEqualTo(1);
    assertThat(report(evening).sums()).containsEntry("VND", 10_000L);
    assertThat(report(evening).late()).isEmpty();
  }

  @Test
  void anotherOrderOfMoneyOrAnotherRecordGivesAnotherHash() {
    write(1, passage("online", 2, charge(54_000)));
    String one = report(FIRST).sumHash();
    write(2, passage("online", 2, charge(54_000)));
    String two = report(FIRST).sumHash();
    assertThat(one).isNotEqualTo(two).hasSize(64);
    assertThat(report(FIRST).sumHash()).isEqualTo(two);
  }

  @Test
  void aReportSaysWhetherItsCountersCoverTheShift() {
    ShiftRecords shifts = new ShiftRecords(time);
    write(1, health(0, 0));
    Fields part =
        new Fields(
            shifts
                .lane(report(FIRST), Span.of(Vehicles.PLAN, FIRST), 1, Vehicles.PROVENANCE)
                .body());
    assertThat(part.member("counted").truth("wholeShift")).isFalse();
    for (int hour = 2; hour <= 8; hour++) {
      write(hour, health(0, 0));
    }
    Draft whole = shifts.lane(report(FIRST), Span.of(Vehicles.PLAN, FIRST), 2, Vehicles.PROVENANCE);
    assertThat(new Fields(whole.body()).member("counted").truth("wholeShift")).isTrue();
    assertThat(whole.stream()).isEqualTo("toll-shift.0017");
    assertThat(new Fields(whole.body()).whole("revision")).contains(2L);
  }
}
