// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.shift.LaneShift;
import io.wayside.tolling.shift.OlderReports;
import io.wayside.tolling.shift.ShiftRecords;
import io.wayside.tolling.shift.ShiftReport;
import io.wayside.tolling.shift.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the report of a shift when it is over, from the journal alone, and once more when records
 * came after that. Reads one record at a time, on a thread that may take its time.
 */
final class ShiftClerk {

  private static final Logger LOG = LoggerFactory.getLogger(ShiftClerk.class);

  /** What the last vehicles of a shift still owe the journal. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Records may carry a time a little before their neighbours'. */
  private static final Duration MARGIN = Duration.ofHours(1);

  /** Looked at each time; those of an older shift are looked for. */
  private static final int MOST_REPORTS = 512;

  /** Further back no late record is looked for at the start. */
  private static final int MOST_EARLIER = 2_000;

  private final LaneOrigin origin;
  private final ShiftPlan plan;
  private final Journal journal;
  private final RecordLine line;
  private final ShiftRecords records;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final OlderReports older;
  private final TreeSet<Shift> late = new TreeSet<>();
  private Optional<Shift> done = Optional.empty();
  private boolean knowsEarlier;

  ShiftClerk(
      LaneSettings settings,
      Journal journal,
      RecordLine line,
      ProvenanceSource provenance,
      TimeSource time) {
    this.origin = settings.origin();
    this.plan = settings.shifts();
    this.journal = journal;
    this.line = line;
    this.records = new ShiftRecords(time);
    this.provenance = provenance;
    this.time = time;
    this.older = new OlderReports(journal);
  }

  /** A shift that is over got another record. */
  void late(Shift shift) {
    synchronized (late) {
      late.add(shift);
    }
  }

  /** Writes what is due; called every so often. */
  void look() {
    Instant now = time.now().wall();
    Shift current = plan.of(now);
    if (now.isBefore(plan.begin(current).plus(PATIENCE)) || line.state().waiting() > 0) {
      return;
    }
    Shift before = plan.of(plan.begin(current).minusNanos(1));
    List<Shift> again = List.of();
    try {
      if (!knowsEarlier) {
        recall();
        knowsEarlier = true;
      }
      if (!done.equals(Optional.of(before)) && revisions(before) == 0) {
        report(before, 1);
      }
      done = Optional.of(before);
      again = takeLate();
      for (Shift shift : again) {
        again(shift, before);
      }
    } catch (JournalException unread) {
      again.forEach(this::late);
      LOG.warn("{}: the shift's report waits for the journal", origin.id(), unread);
    }
  }

  /** What an earlier run wrote late and did not live to report. */
  private void recall() throws JournalException {
    Set<String> reported = new HashSet<>();
    for (JournalRecord report : journal.last(ShiftRecords.stream(origin.station()), MOST_REPORTS)) {
      reported.addAll(new Fields(report.body()).texts("late"));
    }
    for (JournalRecord record : journal.last(origin.stream(), MOST_EARLIER)) {
      String name = record.id().stream() + "/" + record.id().sequence();
      if (new Fields(record.body()).truth("postedLate") && !reported.contains(name)) {
        Shift.of(record).ifPresent(this::late);
      }
    }
  }

  private List<Shift> takeLate() {
    synchronized (late) {
      List<Shift> all = List.copyOf(late);
      late.clear();
      return all;
    }
  }

  private void again(Shift shift, Shift before) throws JournalException {
    Written written = written(shift);
    if (written.revisions() > 0) {
      report(shift, written.revisions() + 1);
    } else if (!written.known()) {
      LOG.warn(
          "{}: the report of shift {} of {} is not kept any more, what was posted to it since"
              + " stands in the lane's records alone",
          origin.id(),
          shift.number(),
          shift.day());
    } else if (shift.compareTo(before) < 0) {
      report(shift, 1); // nothing had been written in it
    } // else the first report is still to come, and has it
  }

  /** How often this lane's report of the shift was written. */
  private int revisions(Shift shift) throws JournalException {
    return written(shift).revisions();
  }

  /**
   * This lane's reports of a shift.
   *
   * @param known whether they would be kept if there were any
   */
  private record Written(int revisions, boolean known) {}

  private Written written(Shift shift) throws JournalException {
    List<JournalRecord> kept = journal.last(ShiftRecords.stream(origin.station()), MOST_REPORTS);
    int newest = revisions(shift, kept);
    if (newest > 0 || kept.isEmpty()) {
      return new Written(newest, true);
    }
    OlderReports.Found found = older.of(shift, plan.end(shift), kept.get(0).id());
    return new Written(revisions(shift, found.reports()), found.whole());
  }

  private int revisions(Shift shift, List<JournalRecord> reports) {
    int most = 0;
    for (JournalRecord record : reports) {
      Fields body = new Fields(record.body());
      boolean ours =
          Shift.of(record).equals(Optional.of(shift))
              && body.text("scope").equals(Optional.of("lane"))
              && body.each("lanes").stream()
                  .anyMatch(lane -> lane.text("stream").equals(Optional.of(origin.stream())));
      if (ours) {
        most = Math.max(most, body.whole("revision").orElse(1L).intValue());
      }
    }
    return most;
  }

  private void report(Shift shift, int revision) throws JournalException {
    LaneShift sum = new LaneShift(origin.station(), origin.stream(), shift);
    addAll(sum, origin.healthStream(), shift);
    addAll(sum, origin.stream(), shift);
    if (sum.isEmpty()) {
      return; // nothing was written for it, so nothing is to be reckoned
    }
    ShiftReport report = sum.report();
    var unused =
        line.write(
            () -> records.lane(report, Span.of(plan, shift), revision, provenance.current()),
            time.monotonicNanos());
  }

  private void addAll(LaneShift sum, String stream, Shift shift) throws JournalException {
    List<JournalRecord> newest = journal.last(stream, 1);
    if (newest.isEmpty()) {
      return;
    }
    RecordId last = newest.get(0).id();
    Instant from = plan.begin(shift).minus(MARGIN);
    long first = last.sequence();
    while (first > 1 && isSince(journal.read(at(last, first - 1)), from)) {
      first--;
    }
    for (long number = first; number <= last.sequence(); number++) {
      journal.read(at(last, number)).ifPresent(sum::add);
    }
  }

  private static boolean isSince(Optional<JournalRecord> record, Instant from) {
    return record.isPresent() && !record.get().occurred().wall().isBefore(from);
  }

  private static RecordId at(RecordId of, long number) {
    return new RecordId(of.gateway(), of.stream(), number);
  }
}
