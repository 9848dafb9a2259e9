// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Shift;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A lane's report of a shift, as it stands in the journal.
 *
 * @param number in the station's stream of shifts
 */
record KeptReport(long number, int revision, Span span, ShiftReport report) {

  String stream() {
    return report.lanes().get(0).stream();
  }

  /** Reads one; empty when it is none of one lane. */
  static Optional<KeptReport> of(JournalRecord record) {
    Fields body = new Fields(record.body());
    Optional<Shift> shift = Shift.of(record);
    List<LaneNumbers> lanes = body.each("lanes").stream().map(KeptReport::numbers).toList();
    boolean ofLane = body.text("scope").equals(Optional.of(ShiftRecords.LANE));
    if (!record.kind().equals(ShiftRecords.SHIFT)
        || shift.isEmpty()
        || !ofLane
        || lanes.size() != 1) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new KeptReport(
              record.id().sequence(),
              body.whole("revision").orElse(1L).intValue(),
              new Span(
                  Instant.parse(body.text("from").orElse("")),
                  Instant.parse(body.text("to").orElse(""))),
              report(body, shift.get(), lanes)));
    } catch (RuntimeException garbled) { // no moments, or numbers that are none
      return Optional.empty();
    }
  }

  private static ShiftReport report(Fields body, Shift shift, List<LaneNumbers> lanes) {
    SortedMap<String, ShiftReport.Moved> corrections = new TreeMap<>();
    for (Fields one : body.each("corrections")) {
      corrections.put(
          one.text("currency").orElse(""),
          new ShiftReport.Moved(count(one, "count"), count(one, "minor")));
    }
    SortedMap<String, Long> sums = new TreeMap<>();
    body.each("sums")
        .forEach(one -> sums.put(one.text("currency").orElse(""), count(one, "minor")));
    Fields counted = body.member("counted");
    return new ShiftReport(
        body.text("station").orElse(""),
        shift,
        lanes,
        body.each("totals").stream().map(KeptReport::total).toList(),
        corrections,
        sums,
        new ShiftReport.Occasions(
            count(body, "passages"),
            count(body, "forcedOpen"),
            count(body, "violations"),
            count(body, "unproven"),
            count(body, "picturesKept")),
        new Counted(
            count(counted, "safetyPulses"),
            count(counted, "barrierRaises"),
            count(counted, "picturesTaken"),
            count(counted, "passed"),
            count(counted, "chargedMinor"),
            count(counted, "coveredMs")),
        body.texts("late"),
        count(body, "records"),
        body.text("sumHash").orElse(""));
  }

  private static Total total(Fields one) {
    return new Total(
        new Total.Key(
            one.whole("group").map(Long::intValue),
            one.text("payment").orElse("unknown"),
            one.text("mode"),
            one.text("currency")),
        count(one, "count"),
        count(one, "minor"));
  }

  private static LaneNumbers numbers(Fields lane) {
    return new LaneNumbers(
        lane.text("stream").orElse(""),
        count(lane, "first"),
        count(lane, "last"),
        lane.texts("gaps").stream()
            .map(gap -> gap.split("-", 2))
            .map(ends -> new LaneNumbers.Gap(Long.parseLong(ends[0]), Long.parseLong(ends[1])))
            .toList());
  }

  private static long count(Fields of, String name) {
    return of.whole(name).orElse(0L);
  }
}
