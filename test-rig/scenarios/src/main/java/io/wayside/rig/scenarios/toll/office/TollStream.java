// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll.office;

import io.wayside.core.quality.Flags;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.fare.Fare;
import io.wayside.tolling.fare.Priced;
import io.wayside.tolling.passage.Charge;
import io.wayside.tolling.passage.Fields;
import io.wayside.tolling.passage.LaneOrigin;
import io.wayside.tolling.passage.Measured;
import io.wayside.tolling.passage.PassageFacts;
import io.wayside.tolling.passage.ShiftPlan;
import io.wayside.tolling.passage.TollRecords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a lane writes, made when it is asked for: the same number is always the same record. Every
 * tenth is no passage.
 */
public final class TollStream {

  public static final Instant BEGIN = Instant.parse("2026-11-20T17:00:00Z");

  private static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");
  private static final ShiftPlan PLAN =
      ShiftPlan.whole(new BusinessDay(ZoneId.of("Asia/Ho_Chi_Minh"), LocalTime.MIDNIGHT));

  private final LaneOrigin origin;
  private final TollRecords records;
  private final long spacingNanos;

  public TollStream(int lane, Duration spacing) {
    this.origin =
        new LaneOrigin("0017", String.format(Locale.ROOT, "%03d", lane), "north", "lane-" + lane);
    this.records = new TollRecords(origin, PLAN, new Then());
    this.spacingNanos = spacing.toNanos();
  }

  public String stream() {
    return origin.stream();
  }

  /** How many numbers have been given so long after the beginning. */
  public long head(long nanos) {
    return nanos / spacingNanos;
  }

  /** What it hands to a journal under a number. */
  public Draft draft(long number) {
    PassageFacts facts =
        new PassageFacts(
            Long.toString(number),
            number * spacingNanos - 8_000_000_000L,
            number * spacingNanos,
            Optional.of(number),
            Optional.empty(),
            List.of(),
            List.of(),
            Measured.NOTHING,
            Optional.empty(),
            List.of(),
            Flags.NONE);
    return switch ((int) (number % 10)) {
      case 0 -> records.abort(facts, "backed-out", PROVENANCE);
      case 5 -> records.violation(facts, "run-through", PROVENANCE);
      default -> records.passage(facts, charge(number), PROVENANCE);
    };
  }

  /** What is charged under a number. */
  public long minor(long number) {
    return new Fields(draft(number).body()).member("fare").whole("minor").orElse(0L);
  }

  JournalRecord record(long number) {
    Draft draft = draft(number);
    return new JournalRecord(
        new RecordId("gate-7", origin.stream(), number),
        draft.kind(),
        draft.importance(),
        draft.occurred(),
        draft.provenance(),
        draft.body(),
        List.of(),
        String.format(Locale.ROOT, "%064x", number - 1),
        String.format(Locale.ROOT, "%064x", number));
  }

  /** Whether an office is to count it. */
  public static boolean isForOffice(long number) {
    return number % 10 != 0;
  }

  private static Charge charge(long number) {
    Fare fare = new Fare(number % 5 * 1_000 + 35_000, "VND", "rig", List.of());
    return Charge.of(new Priced.Sum(fare), Optional.empty());
  }

  /** Stands at the beginning, so that nothing is late. */
  private static final class Then implements TimeSource {
    @Override
    public long monotonicNanos() {
      return 0;
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(
          BEGIN.plusNanos(monotonicNanos),
          ClockQuality.synchronisedBy("rig"),
          "rig",
          monotonicNanos);
    }
  }
}
