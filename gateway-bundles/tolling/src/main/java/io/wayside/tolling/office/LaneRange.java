// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office;

import io.wayside.core.record.JournalRecord;
import java.util.List;

/**
 * Some records of one lane, in the order of their numbers.
 *
 * @param stream of the lane
 * @param records at least one
 */
public record LaneRange(String stream, List<JournalRecord> records) {

  public LaneRange {
    records = List.copyOf(records);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("a range of no records of " + stream);
    }
  }

  public long first() {
    return records.get(0).id().sequence();
  }

  public long last() {
    return records.get(records.size() - 1).id().sequence();
  }
}
