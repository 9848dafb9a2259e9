// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.control.KeptJournal;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.Vehicles;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StationClerkTest {

  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private final Vehicles.Time time = new Vehicles.Time().at(Vehicles.ORIGIN);
  private final KeptJournal journal = new KeptJournal();
  private final ShiftRecords records = new ShiftRecords(time);
  private final List<JournalRecord> one = new RandomLane(11, "lane-1").write(200, 0.02);
  private final List<JournalRecord> two = new RandomLane(12, "lane-2").write(200, 0.02);
  private final Shift shift = shifts().get(1);

  private StationClerk clerk() {
    return new StationClerk(
        "0017",
        List.of("toll.lane-2", "toll.lane-1"),
        PATIENCE,
        journal,
        () -> Vehicles.PROVENANCE,
        time);
  }

  /** That both lanes wrote something in. */
  private List<Shift> shifts() {
    TreeSet<Shift> both = new TreeSet<>();
    one.forEach(record -> Shift.of(record).ifPresent(both::add));
    TreeSet<Shift> second = new TreeSet<>();
    two.forEach(record -> Shift.of(record).ifPresent(second::add));
    both.retainAll(second);
    return List.copyOf(both);
  }

  private ShiftReport lane(String id, List<JournalRecord> written) {
    LaneShift sum = new LaneShift("0017", "toll." + id, shift);
    written.forEach(sum::add);
    return sum.report();
  }

  private void write(ShiftReport report, int revision) {
    keep(records.lane(report, Span.of(Vehicles.PLAN, shift), revision, Vehicles.PROVENANCE));
  }

  private List<Fields> look() throws Exception {
    List<Draft> due = clerk().due();
    due.forEach(this::keep);
    return due.stream()
        .map(
            draft -> {
              assertThat(Judge.faults("toll-shift/1", draft.body())).isEmpty();
              return new Fields(draft.body());
            })
        .toList();
  }

  private void keep(Draft draft) {
    assertThat(journal.append(draft)).isCompleted();
  }

  private void later(Duration by) {
    time.at(time.now().wall().plus(by));
  }

  /** Passages by payment and sums, counted from the lanes' records alone. */
  private static Map<String, Long> counted(Shift shift, List<JournalRecord> records) {
    Map<String, Long> counts = new HashMap<>();
    for (JournalRecord record : records) {
      Fields body = new Fields(record.body());
      if (!Shift.of(record).equals(Optional.of(shift))) {
        continue;
      }
      if (record.kind().name().equals("toll-passage")) {
        counts.merge("passages", 1L, Long::sum);
        body.member("fare")
            .text("currency")
            .ifPresent(
                code ->
                    counts.merge(code, body.member("fare").whole("minor").orElse(0L), Long::sum));
      } else if (record.kind().name().equals("toll-correction")) {
        counts.merge(
            body.text("currency").orElseThrow(), body.whole("minor").orElseThrow(), Long::sum);
      }
    }
    return counts;
  }

  @Test
  void theStationsReportIsMadeWhenAllLanesHaveTheirsAndOnce() throws Exception {
    write(lane("lane-1", one), 1);
    assertThat(look()).as("lane-2 is still to come").isEmpty();
    write(lane("lane-2", two), 1);
    List<Fields> due = look();
    assertThat(due).hasSize(1);
    assertThat(look()).as("nothing has changed").isEmpty();

    Fields report = due.get(0);
    List<JournalRecord> all = new ArrayList<>(one);
    all.addAll(two);
    Map<String, Long> wanted = counted(shift, all);
    assertThat(report.text("scope")).hasValue("station");
    assertThat(report.whole("revision")).hasValue(1L);
    assertThat(report.whole("passages").orElseThrow()).isEqualTo(wanted.remove("passages"));
    Map<String, Long> sums = new HashMap<>();
    report
        .each("sums")
        .forEach(sum -> sums.put(sum.text("currency").orElse(""), sum.whole("minor").orElse(0L)));
    assertThat(sums).isEqualTo(wanted);
    assertThat(report.each("perLane"))
        .extracting(part -> part.text("stream").orElse(""), part -> part.whole("report").orElse(0L))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("toll.lane-1", 1L),
            org.assertj.core.groups.Tuple.tuple("toll.lane-2", 2L));
    assertThat(report.texts("missing")).isEmpty();
  }

  @Test
  void differencesAreThoseOfEachLaneAndDoNotMakeUpForEachOther() throws Exception {
    write(lane("lane-1", one), 1);
    write(lane("lane-2", two), 1);
    List<Difference> wanted = new ArrayList<>();
    for (JournalRecord kept : journal.all("toll-shift.0017")) {
      wanted.addAll(Difference.of(KeptReport.of(kept).orElseThrow().report()));
    }
    assertThat(look().get(0).each("differences"))
        .extracting(
            one -> one.text("lane").orElse(""),
            one -> one.text("what").orElse(""),
            one -> one.whole("size").orElse(0L))
        .containsExactlyElementsOf(
            wanted.stream()
                .map(d -> org.assertj.core.groups.Tuple.tuple(d.lane(), d.what().word(), d.size()))
                .toList())
        .isNotEmpty();
  }

  @Test
  void aLaneWithoutAReportIsWaitedForAndThenNamed() throws Exception {
    write(lane("lane-2", two), 1);
    later(PATIENCE.minusSeconds(1));
    assertThat(look()).isEmpty();
    later(Duration.ofSeconds(1));
    Fields report = look().get(0);
    assertThat(report.texts("missing")).containsExactly("toll.lane-1");
    write(lane("lane-1", one), 1);
    Fields whole = look().get(0);
    assertThat(whole.whole("revision")).hasValue(2L);
    assertThat(whole.texts("missing")).isEmpty();
  }

  @Test
  void aNewRevisionOfALaneGivesANewOneOfTheStation() throws Exception {
    ShiftReport early = lane("lane-1", one.subList(0, one.size() / 2));
    write(early, 1);
    write(lane("lane-2", two), 1);
    assertThat(look()).hasSize(1);
    write(lane("lane-1", one), 2);
    Fields again = look().get(0);
    assertThat(again.whole("revision")).hasValue(2L);
    assertThat(again.whole("records").orElseThrow())
        .isEqualTo(lane("lane-1", one).records() + lane("lane-2", two).records());
    assertThat(look()).isEmpty();
  }

  @Test
  void theLatestReportIsShownUnlessAShiftIsNamed() throws Exception {
    assertThat(clerk().newest(Optional.empty())).isEmpty();
    write(lane("lane-1", one), 1);
    write(lane("lane-2", two), 1);
    look();
    write(lane("lane-1", one), 2);
    look();
    JournalRecord newest = clerk().newest(Optional.empty()).orElseThrow();
    assertThat(new Fields(newest.body()).whole("revision")).hasValue(2L);
    assertThat(clerk().newest(Optional.of(shift))).contains(newest);
    assertThat(clerk().newest(Optional.of(new Shift(shift.day().plusYears(1), 1)))).isEmpty();
  }

  /** Reports of other shifts, in which nothing happened. */
  private void otherShifts(int reports) {
    for (int i = 0; i < reports; i++) {
      later(Duration.ofHours(1));
      Shift other = new Shift(shift.day().plusDays(30 + i), 1);
      ShiftReport nothing = new LaneShift("0017", "toll.lane-9", other).report();
      keep(records.lane(nothing, Span.of(Vehicles.PLAN, other), 1, Vehicles.PROVENANCE));
    }
  }

  /** The other lane's report, and the station's, stand further back than is looked each time. */
  @Test
  void aLatePostingToAnOldShiftGivesItsReportANewRevisionToo() throws Exception {
    time.at(Span.of(Vehicles.PLAN, shift).to().plusSeconds(60));
    write(lane("lane-1", one.subList(0, one.size() / 2)), 1);
    write(lane("lane-2", two), 1);
    assertThat(look()).hasSize(1);
    for (int round = 2; round < 4; round++) {
      otherShifts(700);
      assertThat(clerk().newest(Optional.of(shift)))
          .map(record -> new Fields(record.body()).whole("revision"))
          .contains(Optional.of(round - 1L));
      write(lane("lane-1", one), round);
      StationClerk standing = clerk();
      assertThat(standing.due()).hasSize(1);
      Fields again = look().get(0);
      assertThat(again.whole("revision")).hasValue((long) round);
      assertThat(again.texts("missing")).isEmpty();
      assertThat(again.whole("records").orElseThrow())
          .isEqualTo(lane("lane-1", one).records() + lane("lane-2", two).records());
      assertThat(standing.due()).as("what it remembers goes on").isEmpty();
      assertThat(look()).isEmpty();
    }
  }
}
