// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Drafts and a clock for the tests of the journal. */
final class Drafts {

  static final Provenance PROVENANCE = new Provenance("0.1.0", "0123456789abcdef", "none");
  static final RecordKind KIND = new RecordKind("weighing", 1);

  /** Without statements of the journal itself, so that every record is one of the test. */
  static final Sealing QUIET = new Sealing(Duration.ZERO, Optional.empty());

  private Drafts() {}

  static Draft of(String stream, Importance importance, long number) {
    return of(stream, importance, number, "");
  }

  static Draft of(String stream, Importance importance, long number, String filling) {
    return new Draft(
        stream,
        KIND,
        importance,
        new HandClock().now(),
        PROVENANCE,
        Value.Fields.with("number", number).and("filling", filling).build(),
        List.of());
  }

  static long number(Value.Fields body) {
    return ((Value.Whole) body.get("number")).value();
  }

  /** A clock moved by hand. */
  static final class HandClock implements TimeSource {
    private final AtomicLong nanos = new AtomicLong(1_000_000_000L);
    private final AtomicLong wallStepS = new AtomicLong();
    private volatile String boot = "boot-1";

    /** Wall time is set forward or back; monotonic time goes on. */
    void stepWall(long seconds) {
      wallStepS.addAndGet(seconds);
    }

    /** The box was off: monotonic time begins anew. */
    void reboot(String newBoot) {
      nanos.set(500_000_000L);
      boot = newBoot;
    }

    void forwardSeconds(long seconds) {
      nanos.addAndGet(seconds * 1_000_000_000L);
    }

    @Override
    public long monotonicNanos() {
      return nanos.get();
    }

    @Override
    public Stamp at(long monotonicNanos) {
      return new Stamp(
          Instant.parse("2026-03-01T00:00:00Z")
              .plusNanos(monotonicNanos)
              .plusSeconds(wallStepS.get()),
          ClockQuality.synchronisedBy("ntp"),
          boot,
          monotonicNanos);
    }
  }
}
