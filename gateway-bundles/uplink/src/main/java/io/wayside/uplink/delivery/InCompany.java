// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import io.wayside.core.record.Importance;
import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.uplink.wire.BatchForm;
import io.wayside.uplink.wire.Gzip;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Several records are one message. A batch is closed when it has its number of records or bytes,
 * when its first record has waited long enough, and at once when one in it must not wait.
 */
final class InCompany implements Packing {

  private final PayloadProfile profile;
  private final BatchForm form;
  private final Batching batching;
  private final long mostBytes;
  private final List<byte[]> envelopes = new ArrayList<>();
  private final List<RecordId> ids = new ArrayList<>();
  private long bytes;
  private long closesAtNanos;
  private boolean mayExpire;

  /**
   * @param largestContent topic and payload of the largest message that may be sent
   */
  InCompany(PayloadProfile profile, BatchForm form, Batching batching, int largestContent) {
    this.profile = profile;
    this.form = form;
    this.batching = batching;
    this.mostBytes = Math.min(batching.bytes(), largestContent - form.topic().length());
  }

  @Override
  public int room() {
    return batching.records() - ids.size();
  }

  @Override
  public int waiting() {
    return ids.size();
  }

  @Override
  public List<Parcel> add(JournalRecord record, long monotonicNanos) {
    byte[] envelope = profile.record(record).payload();
    List<Parcel> full = new ArrayList<>();
    if (bytes + envelope.length + 1 > mostBytes) {
      full.addAll(close());
    }
    put(record, envelope, monotonicNanos);
    if (room() == 0 || bytes >= mostBytes) {
      full.addAll(close());
    }
    return full;
  }

  private void put(JournalRecord record, byte[] envelope, long monotonicNanos) {
    boolean first = ids.isEmpty();
    ids.add(record.id());
    envelopes.add(envelope);
    bytes = (first ? BatchForm.MOST_AROUND : bytes) + envelope.length + 1; // and a comma
    mayExpire = (first || mayExpire) && record.importance() == Importance.TELEMETRY;
    if (record.importance().compareTo(Importance.ALARM) <= 0) {
      closesAtNanos = monotonicNanos;
    } else if (first) {
      closesAtNanos = monotonicNanos + batching.longestWait().toNanos();
    }
  }

  @Override
  public long dueInNanos(long monotonicNanos) {
    return ids.isEmpty() ? Long.MAX_VALUE : Math.max(0, closesAtNanos - monotonicNanos);
  }

  @Override
  public List<Parcel> close() {
    if (ids.isEmpty()) {
      return List.of();
    }
    Message message = Message.of(form.topic(), form.join(envelopes, batching.gzip()));
    String mediaType = Gzip.is(message.payload()) ? "application/gzip" : profile.contentType();
    Parcel parcel = new Parcel(message, mediaType, ids, mayExpire);
    envelopes.clear();
    ids.clear();
    bytes = 0;
    return List.of(parcel);
  }
}
