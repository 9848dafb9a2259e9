// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.data.Value;
import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordId;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import java.time.Instant;
import java.util.List;

/** Sample records. */
public final class Records {

  private Records() {}

  public static JournalRecord record(String stream, long sequence) {
    return new JournalRecord(
        new RecordId("gw-1", stream, sequence),
        new RecordKind("weighing", 1),
        Importance.ENFORCEMENT,
        new Stamp(
            Instant.parse("2026-11-21T05:00:00.123456789Z"),
            ClockQuality.unsynchronised(),
            "boot-1",
            sequence),
        new Provenance("0.1.0", "0123456789abcdef", "none"),
        Value.Fields.with("grossKg", 16_000.0 + sequence).build(),
        List.of(),
        "0".repeat(64),
        "1".repeat(64));
  }
}
