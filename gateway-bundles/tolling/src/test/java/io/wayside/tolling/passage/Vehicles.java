// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.passage;

import io.wayside.core.device.TagSighting;
import io.wayside.core.plate.PlateKey;
import io.wayside.core.quality.Flags;
import io.wayside.core.record.Blob;
import io.wayside.core.record.Draft;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.book.ListInForce;
import io.wayside.tolling.fare.BusinessDay;
import io.wayside.tolling.tag.TagNumber;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Vehicles as tests need them; monotonic time begins with 2026-11-21 in UTC. */
public final class Vehicles {

  public static final Instant ORIGIN = Instant.parse("2026-11-21T00:00:00Z");
  public static final long SECOND = 1_000_000_000L;
  public static final Provenance PROVENANCE = new Provenance("0.1.0", "0123456789abcdef", "none");
  public static final LaneOrigin LANE = new LaneOrigin("0017", "002", "north", "lane-2");
  public static final ShiftPlan PLAN =
      new ShiftPlan(
          new BusinessDay(ZoneId.of("Asia/Ho_Chi_Minh"), LocalTime.of(6, 0)),
          List.of(LocalTime.of(14, 0), LocalTime.of(22, 0)));
  public static final TagNumber TAG = new TagNumber("3416214b9400f68000000001", 96);

  private Vehicles() {}

  /** A clock that stands where a test puts it. */
  public static final class Time implements TimeSource {
    private long now;
    private ClockQuality quality = ClockQuality.synchronisedBy("ntp");

    public Time at(Instant moment) {
      now = java.time.Duration.between(ORIGIN, moment).toNanos();
      return this;
    }

    public Time quality(ClockQuality other) {
      quality = other;
      return this;
    }

    @Override
    public long monotonicNanos() {
      return now;
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(ORIGIN.plusNanos(monotonicNanos), quality, "boot-1", monotonicNanos);
    }
  }

  /** A vehicle with one tag, ten seconds over the loops. */
  public static PassageFacts facts(long atNanos, String mode, Optional<Integer> group) {
    TagSighting heard =
        new TagSighting(
            atNanos - 5 * SECOND, TAG.epc(), 96, Optional.empty(), Optional.empty(), 1, -52.5, 3);
    return new PassageFacts(
        "v-1",
        atNanos - 10 * SECOND,
        atNanos,
        Optional.of(41L),
        Optional.of(
            new Decided(
                Optional.of(atNanos - 4 * SECOND),
                "grant",
                "lists",
                mode,
                "ok",
                mode.equals("manual") ? Optional.of("attendant-3") : Optional.empty(),
                Optional.of(TAG),
                group,
                List.of(
                    new ListInForce(
                        "vetc", "accounts", 12, ORIGIN.plusNanos(atNanos - 64 * SECOND))))),
        List.of(
            new TagTrace(
                TAG,
                Optional.of("vetc"),
                Optional.empty(),
                atNanos - 5 * SECOND,
                atNanos - 4 * SECOND,
                3,
                -52.5,
                java.util.Map.of(2, 1L, 1, 2L),
                0.75,
                true,
                List.of(heard),
                Optional.empty())),
        List.of(
            new LaneMoment(atNanos - 10 * SECOND, "arming-on"),
            new LaneMoment(atNanos - 2 * SECOND, "safety-on"),
            new LaneMoment(atNanos, "safety-off")),
        new Measured(group, Optional.of(2), Optional.empty(), Optional.of(5.5), Optional.empty()),
        Optional.of(new PlateKey(new byte[16]).hidden("29A-123.45")),
        List.of(new Blob("front", "image/jpeg", new byte[] {1, 2, 3})),
        Flags.NONE);
  }

  /** As a journal would keep it; the hash is made up. */
  public static JournalRecord kept(Draft draft, long number) {
    return new JournalRecord(
        new RecordId("gate-7", draft.stream(), number),
        draft.kind(),
        draft.importance(),
        draft.occurred(),
        draft.provenance(),
        draft.body(),
        List.of(),
        String.format("%064x", number - 1),
        String.format("%064x", number));
  }
}
