// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.shift;

import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.Shift;
import io.wayside.tolling.passage.TollRecords;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Adds up one lane's records of one shift. Records of other shifts may be among them, in the order
 * of their numbers; they are left out. A passage seen again under its number counts once. A gap
 * belongs to the shift of the record behind it.
 */
public final class LaneShift {

  private final String station;
  private final String stream;
  private final Shift shift;
  private final SortedMap<Total.Key, Total> totals = new TreeMap<>();
  private final SortedMap<String, ShiftReport.Moved> corrections = new TreeMap<>();
  private final List<String> late = new ArrayList<>();
  private final List<LaneNumbers.Gap> gaps = new ArrayList<>();
  private final SumHash hash = new SumHash();
  private Counted counted = Counted.NOTHING;
  private long passages;
  private long forcedOpen;
  private long violations;
  private long unproven;
  private long pictures;
  private long first;
  private long last;
  private long seen;
  private long seenHealth;
  private long records;
  private long money;

  /**
   * An empty shift.
   *
   * @param stream of the lane, {@code toll.ID}
   */
  public LaneShift(String station, String stream, Shift shift) {
    this.station = station;
    this.stream = stream;
    this.shift = shift;
  }

  /** Takes the next record of the lane's stream, or of its health's. */
  public LaneShift add(JournalRecord record) {
    if (record.kind().equals(TollRecords.HEALTH)) {
      addHealth(record);
      return this;
    }
    long number = record.id().sequence();
    if (!record.id().stream().equals(stream) || number <= seen) {
      return this;
    }
    boolean ours = Shift.of(record).filter(shift::equals).isPresent();
    boolean punctual = !new Fields(record.body()).truth("postedLate");
    long expected = seen + 1;
    seen = number;
    if (!ours) {
      return this;
    }
    records++;
    if (expected > 1 && number > expected) {
      gaps.add(new LaneNumbers.Gap(expected, number - 1));
    }
    if (punctual) {
      first = first == 0 ? number : first;
      last = number;
    } else {
      late.add(stream + "/" + number);
    }
    count(record);
    return this;
  }

  private void count(JournalRecord record) {
    pictures += record.blobs().size();
    TollEntry entry = TollEntry.of(record);
    if (entry instanceof TollEntry.Passage passage) {
      passages++;
      forcedOpen += passage.payment().equals("forced-open") ? 1 : 0;
      Total.Key key =
          new Total.Key(passage.group(), passage.payment(), passage.mode(), passage.currency());
      totals.put(key, totals.getOrDefault(key, new Total(key, 0, 0)).plus(passage.minor()));
    } else if (entry instanceof TollEntry.Corrected corrected) {
      corrections.merge(
          corrected.currency(),
          new ShiftReport.Moved(1, corrected.minor()),
          ShiftReport.Moved::plus);
    } else if (entry instanceof TollEntry.Violation) {
      violations++;
    } else if (entry instanceof TollEntry.Unproven) {
      unproven++;
    }
    if (record.importance() == Importance.MONEY) {
      money++;
      hash.add(record.hash().getBytes(StandardCharsets.US_ASCII));
    }
  }

  private void addHealth(JournalRecord record) {
    boolean ours = record.id().stream().equals("toll-health" + stream.substring("toll".length()));
    if (!ours || record.id().sequence() <= seenHealth) {
      return;
    }
    seenHealth = record.id().sequence();
    if (Shift.of(record).filter(shift::equals).isEmpty()) {
      return;
    }
    Fields body = new Fields(record.body());
    counted =
        counted.plus(
            new Counted(
                body.whole("safetyPulses").orElse(0L) - body.whole("trailers").orElse(0L),
                body.whole("barrierRaises").orElse(0L),
                body.whole("pictures").orElse(0L),
                body.whole("passed").orElse(0L),
                body.whole("chargedMinor").orElse(0L),
                covered(body).map(Duration::toMillis).orElse(0L)));
  }

  private static Optional<Duration> covered(Fields body) {
    try {
      return body.text("from")
          .flatMap(
              from ->
                  body.text("to")
                      .map(to -> Duration.between(Instant.parse(from), Instant.parse(to))));
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }

  /** What it comes to so far. */
  public ShiftReport report() {
    SortedMap<String, Long> sums = new TreeMap<>();
    for (Total total : totals.values()) {
      total.key().currency().ifPresent(code -> sums.merge(code, total.minor(), Math::addExact));
    }
    corrections.forEach((code, moved) -> sums.merge(code, moved.minor(), Math::addExact));
    return new ShiftReport(
        station,
        shift,
        List.of(new LaneNumbers(stream, first, last, gaps)),
        List.copyOf(totals.values()),
        new TreeMap<>(corrections),
        sums,
        new ShiftReport.Occasions(passages, forcedOpen, violations, unproven, pictures),
        counted,
        late,
        money,
        HexFormat.of().formatHex(hash.value()));
  }

  /** Whether nothing was written for this shift. */
  public boolean isEmpty() {
    return records == 0;
  }
}
