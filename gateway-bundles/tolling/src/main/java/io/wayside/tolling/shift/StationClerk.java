// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.journal.Journal;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.ProvenanceSource;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Shift;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds the lanes' reports of a shift up to the station's, from the journal alone: when all lanes
 * have theirs, or some time after the first, and anew when a lane's report is replaced. What the
 * station's report says it was made of tells whether it still holds.
 */
public final class StationClerk {

  /** Looked at each time; what belongs to them further back is looked for. */
  private static final int MOST_REPORTS = 512;

  private static final Shift NEVER = new Shift(LocalDate.MIN, 1);

  private final String station;
  private final List<String> streams;
  private final Duration patience;
  private final Journal journal;
  private final ProvenanceSource provenance;
  private final TimeSource time;
  private final ShiftRecords records;
  private final OlderReports older;

  /**
   * @param station four digits
   * @param streams of its lanes
   * @param patience how long a lane is waited for after the first has its report
   */
  public StationClerk(
      String station,
      List<String> streams,
      Duration patience,
      Journal journal,
      ProvenanceSource provenance,
      TimeSource time) {
    this.station = station;
    this.streams = streams.stream().sorted().toList();
    this.patience = patience;
    this.journal = journal;
    this.provenance = provenance;
    this.time = time;
    this.records = new ShiftRecords(time);
    this.older = new OlderReports(journal);
  }

  /** What the journal has of one shift. */
  private static final class Standing {
    private Optional<JournalRecord> station = Optional.empty();
    private final SortedMap<String, JournalRecord> lanes = new TreeMap<>();
    private Instant first = Instant.MAX;

    /** Numbers of the lanes' reports that the station's was made of. */
    SortedMap<String, Long> used() {
      SortedMap<String, Long> used = new TreeMap<>();
      station.ifPresent(
          record ->
              new Fields(record.body())
                  .each("perLane")
                  .forEach(
                      part ->
                          used.put(
                              part.text("stream").orElse(""), part.whole("report").orElse(0L))));
      return used;
    }

    /** When the shift ended, as its lanes' reports say. */
    Instant ended() {
      return lanes.values().stream()
          .flatMap(record -> KeptReport.of(record).stream())
          .map(report -> report.span().to())
          .min(Comparator.naturalOrder())
          .orElse(Instant.MAX);
    }

    int revision() {
      return station
          .flatMap(record -> new Fields(record.body()).whole("revision"))
          .orElse(0L)
          .intValue();
    }
  }

  /** The reports that are to be written now. */
  public List<Draft> due() throws JournalException {
    SortedMap<Shift, Standing> shifts = new TreeMap<>();
    List<JournalRecord> kept = journal.last(ShiftRecords.stream(station), MOST_REPORTS);
    kept.forEach(record -> file(record, shifts));
    List<Draft> due = new ArrayList<>();
    for (Map.Entry<Shift, Standing> shift : shifts.entrySet()) {
      Standing standing = whole(shift.getKey(), shift.getValue(), kept);
      report(shift.getKey(), standing)
          .ifPresent(
              report ->
                  due.add(records.station(report, standing.revision() + 1, provenance.current())));
    }
    return due;
  }

  /** A late posting to an old shift: the station's report, and those of other lanes, are older. */
  private Standing whole(Shift shift, Standing standing, List<JournalRecord> kept)
      throws JournalException {
    boolean known = standing.station.isPresent();
    if (known || standing.lanes.isEmpty()) {
      return standing;
    }
    SortedMap<Shift, Standing> again = new TreeMap<>();
    older
        .of(shift, standing.ended(), kept.get(0).id())
        .reports()
        .forEach(record -> file(record, again));
    kept.stream()
        .filter(record -> Shift.of(record).equals(Optional.of(shift)))
        .forEach(record -> file(record, again));
    return again.getOrDefault(shift, standing);
  }

  private void file(JournalRecord record, SortedMap<Shift, Standing> shifts) {
    Optional<Shift> shift = Shift.of(record);
    if (shift.isEmpty()) {
      return;
    }
    Standing standing = shifts.computeIfAbsent(shift.get(), s -> new Standing());
    if (isOfStation(record)) {
      standing.station = Optional.of(record);
      return;
    }
    Optional<String> stream = KeptReport.of(record).map(KeptReport::stream);
    if (stream.filter(streams::contains).isPresent()) {
      standing.lanes.put(stream.get(), record);
      Instant written = record.occurred().wall();
      standing.first = written.isBefore(standing.first) ? written : standing.first;
    }
  }

  private static boolean isOfStation(JournalRecord record) {
    return new Fields(record.body()).text("scope").equals(Optional.of(ShiftRecords.STATION));
  }

  private Optional<StationReport> report(Shift shift, Standing standing) throws JournalException {
    if (standing.lanes.isEmpty()) {
      return Optional.empty();
    }
    SortedMap<String, Long> used = standing.used();
    SortedMap<String, Long> now = new TreeMap<>(used);
    standing.lanes.forEach(
        (stream, record) -> now.merge(stream, record.id().sequence(), Long::max));
    boolean whole = now.keySet().containsAll(streams);
    boolean early = !whole && time.now().wall().isBefore(standing.first.plus(patience));
    if (now.equals(used) || early) {
      return Optional.empty();
    }
    RecordId like = standing.lanes.values().iterator().next().id();
    List<KeptReport> parts = new ArrayList<>();
    for (long number : now.values()) {
      Optional<KeptReport> part =
          journal.read(new RecordId(like.gateway(), like.stream(), number)).flatMap(KeptReport::of);
      if (part.isEmpty()) {
        return Optional.empty(); // not kept any more: what was reported then stands
      }
      parts.add(part.get());
    }
    return Optional.of(
        new StationReport(
            StationShift.of(station, shift, parts.stream().map(KeptReport::report).toList()),
            parts.get(0).span(),
            parts,
            streams.stream().filter(stream -> !now.containsKey(stream)).toList()));
  }

  /**
   * The station's newest report.
   *
   * @param shift which; empty: the latest that there is
   */
  public Optional<JournalRecord> newest(Optional<Shift> shift) throws JournalException {
    List<JournalRecord> kept = journal.last(ShiftRecords.stream(station), MOST_REPORTS);
    Optional<JournalRecord> newest = newest(kept, shift);
    if (newest.isPresent() || shift.isEmpty() || kept.isEmpty()) {
      return newest;
    }
    Instant before = shift.get().day().atStartOfDay(ZoneOffset.UTC).minusDays(1).toInstant();
    return newest(
        new OlderReports(journal).of(shift.get(), before, kept.get(0).id()).reports(), shift);
  }

  private static Optional<JournalRecord> newest(
      List<JournalRecord> reports, Optional<Shift> shift) {
    return reports.stream()
        .filter(StationClerk::isOfStation)
        .filter(record -> shift.isEmpty() || Shift.of(record).equals(shift))
        .max(
            Comparator.comparing((JournalRecord record) -> Shift.of(record).orElse(NEVER))
                .thenComparing(record -> record.id().sequence()));
  }
}
