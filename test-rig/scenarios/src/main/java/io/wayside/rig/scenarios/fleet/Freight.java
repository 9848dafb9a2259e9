// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.fleet;

import io.wayside.core.data.Value;
import io.wayside.core.record.Draft;
import io.wayside.core.record.Importance;
import io.wayside.core.record.Provenance;
import io.wayside.core.record.RecordKind;
import io.wayside.core.time.Stamp;
import java.util.Random;

/**
 * What a gateway of the fleet has to say: three weighings, then one line of telemetry, each a
 * message of about 600 bytes on the wire.
 */
final class Freight {

  static final Provenance PROVENANCE = new Provenance("rig", "0123456789abcdef", "none");

  /** Name in the body of when the record was drafted, in nanoseconds of the rig's clock. */
  static final String DRAFTED = "draftedNs";

  private static final RecordKind WEIGHING = new RecordKind("rig-weighing", 1);
  private static final RecordKind TELEMETRY = new RecordKind("rig-telemetry", 1);
  private static final int TELEMETRY_EVERY = 4;

  private final Random random;
  private long drafted;

  Freight(long seed) {
    this.random = new Random(seed);
  }

  Draft next(Stamp now) {
    drafted++;
    return drafted % TELEMETRY_EVERY == 0
        ? draft("health", TELEMETRY, Importance.TELEMETRY, telemetry(now), now)
        : draft("weighing.lane-1", WEIGHING, Importance.ENFORCEMENT, weighing(now), now);
  }

  private Value.Fields weighing(Stamp now) {
    return Value.Fields.with(DRAFTED, now.monotonicNanos())
        .and("axle1Kg", 10 * (long) (300 + random.nextInt(500)))
        .and("axle2Kg", 10 * (long) (500 + random.nextInt(700)))
        .and("vehicle", Long.toHexString(random.nextLong()))
        .build();
  }

  private Value.Fields telemetry(Stamp now) {
    return Value.Fields.with(DRAFTED, now.monotonicNanos())
        .and("boardC", 20 + random.nextInt(400) / 10.0)
        .and("supplyV", 11 + random.nextInt(300) / 100.0)
        .and("journalBytes", random.nextLong(1L << 31))
        .build();
  }

  private static Draft draft(
      String stream, RecordKind kind, Importance importance, Value.Fields body, Stamp now) {
    return new Draft(stream, kind, importance, now, PROVENANCE, body);
  }
}
