// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Value;
import io.wayside.core.record.BlobRef;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.record.RecordContent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A record with every kind of value in it and a hash that holds. */
public final class RichRecord {

  public static final Instant WALL = Instant.parse("2026-11-21T05:00:00.123456789Z");

  private RichRecord() {}

  public static JournalRecord of(long sequence) {
    return of(sequence, body());
  }

  public static Value.Fields body() {
    return Value.Fields.with("vehicle", 12L)
        .and("scale", "scale-1")
        .and("interrupted", false)
        .and("gross", mass(16_020.5))
        .and("tare", Value.ABSENT)
        .and("axles", List.of(mass(5_000.0), mass(11_020.5)))
        .and("flags", List.of(new Value.Text("simulated"), new Value.Text("unstable")))
        .and("none", List.of())
        .build();
  }

  public static JournalRecord of(long sequence, Value.Fields body) {
    RecordContent content =
        new RecordContent(
            new RecordId("gw-1", "weighing.lane-1", sequence),
            new RecordKind("weighing", 1),
            Importance.ENFORCEMENT,
            new Stamp(
                WALL.plusSeconds(sequence),
                new ClockQuality(
                    ClockQuality.State.SYNCHRONISED,
                    Optional.of(Duration.ofNanos(-1500)),
                    Optional.of(Duration.ofSeconds(64)),
                    "ntp"),
                "boot-1",
                sequence * 1_000_000_007),
            new Provenance("0.1.0", "0123456789abcdef", "cal-3"),
            body,
            List.of(new BlobRef("signal", "application/cbor", "ab".repeat(32), 4096)));
    byte[] hash = Chain.hash(Chain.origin(), RecordCodec.encode(content));
    return content.chained(Chain.hex(Chain.origin()), Chain.hex(hash));
  }

  private static Value mass(double kg) {
    return Value.Fields.with("value", kg).and("unit", "kg").build();
  }
}
