// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.RecordId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What is too large for this session. Not for several threads. */
final class Aside {

  /** So many ids are kept, lest one that is asked for again is counted again. */
  private static final int KNOWN = 1000;

  private final int largest;
  private final Set<RecordId> known = new LinkedHashSet<>();
  private long records;

  /**
   * @param largest topic and payload of the largest message that may be sent
   */
  Aside(int largest) {
    this.largest = largest;
  }

  boolean mustNotGo(Parcel parcel) {
    return parcel.contentBytes() > largest;
  }

  /** Counts it; empty when it was counted before. */
  Optional<SetAside> put(Parcel parcel) {
    RecordId id = parcel.records().get(0); // what has company fits, so there is only one
    if (known.contains(id)) {
      return Optional.empty();
    }
    if (known.size() < KNOWN) {
      known.add(id);
    }
    records++;
    return Optional.of(new SetAside(id, parcel.contentBytes(), largest, records));
  }

  long records() {
    return records;
  }
}
