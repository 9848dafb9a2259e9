// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.core.record.JournalRecord;
import io.wayside.core.record.RecordId;
import io.wayside.uplink.wire.BatchForm;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import io.wayside.uplink.wire.Session;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A profile whose records may be encoded before they are asked for, on another thread: encoding is
 * two thirds of what the sending thread would have to do. Holds no more than was read ahead.
 */
final class EarlyProfile implements PayloadProfile {

  private final PayloadProfile profile;
  private final Map<RecordId, Message> early = new ConcurrentHashMap<>();

  EarlyProfile(PayloadProfile profile) {
    this.profile = profile;
  }

  /** Encodes a record that will be asked for once, or forgotten. */
  void prepare(JournalRecord record) {
    early.put(record.id(), profile.record(record));
  }

  /** What was prepared will not be asked for. */
  void forget() {
    early.clear();
  }

  @Override
  public Message record(JournalRecord record) {
    Message prepared = early.remove(record.id());
    return prepared != null ? prepared : profile.record(record);
  }

  @Override
  public String contentType() {
    return profile.contentType();
  }

  @Override
  public Optional<BatchForm> batchForm() {
    return profile.batchForm();
  }

  @Override
  public Message birth(Session session) {
    return profile.birth(session);
  }

  @Override
  public Message will() {
    return profile.will();
  }

  @Override
  public Message farewell(Session session, String reason) {
    return profile.farewell(session, reason);
  }
}
