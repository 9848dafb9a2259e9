// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.faults;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.scenarios.site.WeighSite;
import io.wayside.rig.scenarios.site.Weighing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What the centre of a site holds, in the lane's time. */
final class SiteEvidence {

  private final Instant zero;
  private final List<Seen> seen = new ArrayList<>();
  private final List<Stretch> gaps = new ArrayList<>();

  SiteEvidence(WeighSite site) {
    this.zero = site.laneStarted();
    for (StoredRecord record : site.stored()) {
      if (Weighing.is(record)) {
        Weighing weighing = Weighing.of(record);
        seen.add(
            new Seen(
                lasting(record.occurred(), weighing.body()), weighing.axleKg(), weighing.flags()));
      } else if (record.kind().startsWith("weighing-gap/")) {
        gaps.add(gap(record));
      }
    }
  }

  List<Seen> seen() {
    return List.copyOf(seen);
  }

  List<Stretch> gaps() {
    return List.copyOf(gaps);
  }

  /** A gap without a known beginning reaches back to before the lane's. */
  private Stretch gap(StoredRecord record) {
    Value.Fields body = body(record);
    boolean known = body.get("durationS") instanceof Value.Real;
    return known ? lasting(record.occurred(), body) : new Stretch(0, nanos(record.occurred()));
  }

  private Stretch lasting(Instant from, Value.Fields body) {
    double seconds = body.get("durationS") instanceof Value.Real real ? real.value() : 0;
    return new Stretch(nanos(from), nanos(from) + Math.round(seconds * 1e9));
  }

  private long nanos(Instant wall) {
    return Duration.between(zero, wall).toNanos();
  }

  private static Value.Fields body(StoredRecord record) {
    try {
      Value.Fields message = (Value.Fields) Json.read(record.payload()).root();
      return (Value.Fields) message.get("body");
    } catch (GarbledData garbled) {
      throw new IllegalStateException("the centre stored no JSON: " + record, garbled);
    }
  }
}
