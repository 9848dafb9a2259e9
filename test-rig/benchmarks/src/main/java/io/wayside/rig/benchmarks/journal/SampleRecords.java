// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.journal;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.journal.record.RecordCodec;
import java.time.Instant;
import java.util.List;

/** Weighings whose canonical form has 600 bytes. */
public final class SampleRecords {

  public static final int BYTES = 600;
  public static final String GATEWAY = "bench-1";
  public static final Provenance PROVENANCE = new Provenance("bench", "0123456789abcdef", "cal-1");

  /** The day on which the first of them happened. */
  public static final Instant FIRST_DAY = Instant.parse("2026-03-01T00:00:00Z");

  private static final RecordKind KIND = new RecordKind("weighing", 1);
  private static final String FILLING = filling();

  private SampleRecords() {}

  public static String stream(int lane) {
    return "weighing.lane-" + lane;
  }

  public static Draft draft(String stream, long number, Instant wall) {
    return draft(stream, number, wall, FILLING);
  }

  private static Draft draft(String stream, long number, Instant wall, String filling) {
    return new Draft(
        stream,
        KIND,
        Importance.ENFORCEMENT,
        new Stamp(wall, ClockQuality.synchronisedBy("ntp"), "bench", 1_000_000_000L + number),
        PROVENANCE,
        Value.Fields.with("number", 1_000_000_000L + number)
            .and("grossKg", 38_250)
            .and("axlesKg", List.of(new Value.Whole(7050), new Value.Whole(11_200)))
            .and("filling", filling)
            .build());
  }

  /** As much text as makes up the size; a few bytes are left to the sequence number. */
  private static String filling() {
    Draft bare = draft(stream(1), 0, FIRST_DAY, "x".repeat(256));
    int length =
        RecordCodec.encode(
                RecordCodec.beginning(GATEWAY, bare.stream()),
                100_000,
                RecordCodec.matter(
                    bare.kind(),
                    bare.importance(),
                    bare.occurred(),
                    bare.provenance(),
                    bare.body(),
                    List.of()))
            .length;
    return "x".repeat(256 + BYTES - length);
  }

  /** A clock that stands still for all but order. */
  public static TimeSource clock() {
    return new TimeSource() {
      @Override
      public long monotonicNanos() {
        return System.nanoTime();
      }

      @Override
      public Stamp at(long monotonicNanos) {
        return new Stamp(
            FIRST_DAY.plusNanos(monotonicNanos),
            ClockQuality.synchronisedBy("ntp"),
            "bench",
            monotonicNanos);
      }
    };
  }
}
