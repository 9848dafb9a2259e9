// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Judge;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.Vehicles;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Reports against a recount by the JSON of the bodies, written without the report's own reading.
 */
class LaneShiftTest {

  private static final String STREAM = "toll.lane-2";

  private static ShiftReport report(List<JournalRecord> records, Shift shift) {
    LaneShift sum = new LaneShift("0017", STREAM, shift);
    records.forEach(sum::add);
    return sum.report();
  }

  private static java.util.SortedSet<Shift> shifts(List<JournalRecord> records) {
    TreeSet<Shift> shifts = new TreeSet<>();
    records.forEach(record -> shifts.add(shift(record)));
    return shifts;
  }

  private static Shift shift(JournalRecord record) {
    String day = ((Value.Text) record.body().get("day")).value();
    long number = ((Value.Whole) record.body().get("shift")).value();
    return new Shift(LocalDate.parse(day), (int) number);
  }

  private static long minor(Value value) {
    return value instanceof Value.Fields fare ? ((Value.Whole) fare.get("minor")).value() : 0;
  }

  @Test
  void agreesWithARecountOverRandomDays() throws Exception {
    for (long seed = 0; seed < 20; seed++) {
      List<JournalRecord> all = new RandomLane(seed, "lane-2").write(400, 0.02);
      for (Shift shift : shifts(all)) {
        ShiftReport report = report(all, shift);
        Map<String, Long> sums = new TreeMap<>();
        Map<String, Long> counts = new HashMap<>();
        MessageDigest hash = MessageDigest.getInstance("SHA-256");
        long money = 0;
        for (JournalRecord record : all) {
          if (!shift(record).equals(shift)) {
            continue;
          }
          counts.merge(record.kind().name(), 1L, Long::sum);
          if (record.importance() == Importance.MONEY) {
            money++;
            hash.update((record.hash() + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
          }
          if (record.kind().name().equals("toll-passage")
              && record.body().get("fare") instanceof Value.Fields fare) {
            sums.merge(((Value.Text) fare.get("currency")).value(), minor(fare), Long::sum);
          }
          if (record.kind().name().equals("toll-correction")) {
            String currency = ((Value.Text) record.body().get("currency")).value();
            sums.merge(currency, minor(record.body()), Long::sum);
          }
        }
        assertThat(report.sums()).isEqualTo(sums);
        assertThat(report.records()).isEqualTo(money);
        assertThat(report.sumHash()).isEqualTo(HexFormat.of().formatHex(hash.digest()));
        assertThat(report.occasions().passages())
            .isEqualTo(counts.getOrDefault("toll-passage", 0L))
            .isEqualTo(report.totals().stream().mapToLong(Total::count).sum());
        assertThat(report.occasions().violations())
            .isEqualTo(counts.getOrDefault("toll-violation", 0L));
        assertThat(report.occasions().unproven())
            .isEqualTo(counts.getOrDefault("toll-unproven", 0L));
      }
    }
  }

  @Test
  void everyMoneyRecordIsInExactlyOneShiftAndEveryLostNumberBeforeTheEndToo() {
    for (long seed = 100; seed < 110; seed++) {
      List<JournalRecord> all = new RandomLane(seed, "lane-2").write(500, 0.05);
      long money = 0;
      List<String> missing = new ArrayList<>();
      for (Shift shift : shifts(all)) {
        ShiftReport report = report(all, shift);
        money += report.records();
        for (LaneNumbers.Gap gap : report.lanes().get(0).gaps()) {
          for (long number = gap.first(); number <= gap.last(); number++) {
            missing.add(Long.toString(number));
          }
        }
      }
      List<JournalRecord> lane = all.stream().filter(r -> r.id().stream().equals(STREAM)).toList();
      assertThat(money)
          .isEqualTo(lane.stream().filter(r -> r.importance() == Importance.MONEY).count());
      TreeSet<Long> numbers = new TreeSet<>();
      lane.forEach(record -> numbers.add(record.id().sequence()));
      List<String> wanted = new ArrayList<>();
      for (long number = numbers.first(); number < numbers.last(); number++) {
        if (!numbers.contains(number)) {
          wanted.add(Long.toString(number));
        }
      }
      assertThat(missing).containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  @Test
  void aRecordThatComesTwiceCountsOnce() {
    List<JournalRecord> all = new RandomLane(7, "lane-2").write(200, 0);
    Shift shift = shifts(all).first();
    List<JournalRecord> lane = all.stream().filter(r -> r.id().stream().equals(STREAM)).toList();
    LaneShift twice = new LaneShift("0017", STREAM, shift);
    lane.forEach(record -> twice.add(record).add(record));
    assertThat(twice.report()).isEqualTo(report(lane, shift));
    assertThat(twice.isEmpty()).isFalse();
  }

  @Test
  void whatWasPostedLateIsListedInTheShiftItBelongsTo() {
    int listed = 0;
    for (long seed = 0; seed < 20; seed++) {
      List<JournalRecord> all = new RandomLane(seed, "lane-2").write(300, 0);
      for (Shift shift : shifts(all)) {
        ShiftReport report = report(all, shift);
        for (JournalRecord record : all) {
          boolean late = record.body().get("postedLate").equals(new Value.Truth(true));
          String name = record.id().stream() + "/" + record.id().sequence();
          assertThat(report.late().contains(name)).isEqualTo(late && shift(record).equals(shift));
          listed += late ? 1 : 0;
        }
      }
    }
    assertThat(listed).isPositive();
  }

  @Test
  void aStationIsTheSumOfItsLanes() {
    List<JournalRecord> one = new RandomLane(1, "lane-1").write(300, 0.01);
    List<JournalRecord> two = new RandomLane(2, "lane-2").write(300, 0.01);
    for (Shift shift : shifts(one)) {
      LaneShift first = new LaneShift("0017", "toll.lane-1", shift);
      LaneShift second = new LaneShift("0017", "toll.lane-2", shift);
      LaneShift alone = new LaneShift("0017", "toll.lane-2", shift);
      one.forEach(
          record -> {
            first.add(record);
            second.add(record);
          });
      two.forEach(
          record -> {
            second.add(record);
            alone.add(record);
          });
      ShiftReport a = first.report();
      ShiftReport b = second.report();
      assertThat(b).isEqualTo(alone.report());
      ShiftReport station = StationShift.of("0017", shift, List.of(b, a));
      assertThat(station).isEqualTo(StationShift.of("0017", shift, List.of(a, b)));
      assertThat(station.records()).isEqualTo(a.records() + b.records());
      for (String currency : station.sums().keySet()) {
        assertThat(station.sums().get(currency))
            .isEqualTo(a.sums().getOrDefault(currency, 0L) + b.sums().getOrDefault(currency, 0L));
      }
      assertThat(station.unexplained()).isEqualTo(a.unexplained() + b.unexplained());
      assertThat(station.totals().stream().mapToLong(Total::count).sum())
          .isEqualTo(a.occasions().passages() + b.occasions().passages());
    }
  }

  @Test
  void theReportFitsItsSchema() {
    List<JournalRecord> all = new RandomLane(3, "lane-2").write(400, 0.02);
    ShiftRecords records = new ShiftRecords(new Vehicles.Time().at(Vehicles.ORIGIN));
    for (Shift shift : shifts(all)) {
      Value body =
          records
              .lane(report(all, shift), Span.of(Vehicles.PLAN, shift), 1, Vehicles.PROVENANCE)
              .body();
      assertThat(Judge.faults("toll-shift/1", body)).isEmpty();
    }
    Shift empty = new Shift(LocalDate.EPOCH, 1);
    assertThat(
            Judge.faults(
                "toll-shift/1",
                records
                    .lane(report(all, empty), Span.of(Vehicles.PLAN, empty), 1, Vehicles.PROVENANCE)
                    .body()))
        .isEmpty();
  }

  @Test
  void aKeptReportSaysWhatTheReportSaid() {
    List<JournalRecord> all = new RandomLane(5, "lane-2").write(400, 0.02);
    ShiftRecords records = new ShiftRecords(new Vehicles.Time().at(Vehicles.ORIGIN));
    for (Shift shift : shifts(all)) {
      ShiftReport report = report(all, shift);
      Span span = Span.of(Vehicles.PLAN, shift);
      JournalRecord kept = Vehicles.kept(records.lane(report, span, 3, Vehicles.PROVENANCE), 77);
      ShiftReport read = KeptReport.of(kept).orElseThrow().report();
      assertThat(KeptReport.of(kept)).contains(new KeptReport(77, 3, span, read));
      if (report.counted().safetyPulses() >= 0) {
        assertThat(read).isEqualTo(report);
      }
    }
  }
}
