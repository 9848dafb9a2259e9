// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import java.util.List;

/** Each record is a message of its own. */
record OneByOne(PayloadProfile profile) implements Packing {

  @Override
  public int room() {
    return 1;
  }

  @Override
  public int waiting() {
    return 0;
  }

  @Override
  public List<Parcel> add(JournalRecord record, long monotonicNanos) {
    Message message = profile.record(record);
    boolean mayExpire = record.importance() == Importance.TELEMETRY && !message.retained();
    return List.of(new Parcel(message, profile.contentType(), List.of(record.id()), mayExpire));
  }

  @Override
  public long dueInNanos(long monotonicNanos) {
    return Long.MAX_VALUE;
  }

  @Override
  public List<Parcel> close() {
    return List.of();
  }
}
