// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Cbor;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.util.Optional;

/**
 * The same envelope and status messages as {@link WaysideJson}, on the same topics, in
 * deterministic CBOR. The first byte tells the two apart: JSON begins with 0x7b, a CBOR map of up
 * to 23 fields with 0xa0 to 0xb7.
 */
public final class WaysideCbor implements PayloadProfile {

  private final Topics topics;
  private final WaysideStatus status;

  public WaysideCbor(Topics topics, String release) {
    this.topics = topics;
    this.status = new WaysideStatus(topics, release);
  }

  /** The record of a payload; whether its hash holds is asked with {@link RecordEnvelope}. */
  public static JournalRecord read(byte[] payload) throws GarbledData {
    return RecordEnvelope.fromValue(Cbor.decode(payload));
  }

  @Override
  public String contentType() {
    return "application/cbor";
  }

  @Override
  public Message record(JournalRecord record) {
    return Message.of(topics.of(record), Cbor.encode(RecordEnvelope.toValue(record)));
  }

  @Override
  public Optional<BatchForm> batchForm() {
    return Optional.of(new WaysideBatch(topics.batch(), true));
  }

  @Override
  public Message birth(Session session) {
    return status(status.birth(session));
  }

  @Override
  public Message will() {
    return status(status.will());
  }

  @Override
  public Message farewell(Session session, String reason) {
    return status(status.offline(reason));
  }

  private Message status(Value value) {
    return new Message(topics.status(), Cbor.encode(value), 1, true);
  }
}
