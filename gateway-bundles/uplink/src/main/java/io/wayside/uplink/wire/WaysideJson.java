// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The default profile: a record's envelope, and the status messages, as JSON in UTF-8. */
public final class WaysideJson implements PayloadProfile {

  private final Topics topics;
  private final WaysideStatus status;

  public WaysideJson(Topics topics, String release) {
    this.topics = topics;
    this.status = new WaysideStatus(topics, release);
  }

  @Override
  public String contentType() {
    return "application/json";
  }

  @Override
  public Message record(JournalRecord record) {
    return Message.of(topics.of(record), utf8(RecordEnvelope.toValue(record)));
  }

  @Override
  public Optional<BatchForm> batchForm() {
    return Optional.of(new WaysideBatch(topics.batch(), false));
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
    return new Message(topics.status(), utf8(value), 1, true);
  }

  private static byte[] utf8(Value value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }
}
