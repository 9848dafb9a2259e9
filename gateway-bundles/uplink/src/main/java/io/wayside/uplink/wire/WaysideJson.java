// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import io.wayside.core.data.Json;
import io.wayside.core.data.Value;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import java.nio.charset.StandardCharsets;

/** The default payload: a record's envelope, and the status messages, as JSON in UTF-8. */
public final class WaysideJson {

  private final Topics topics;
  private final String release;

  public WaysideJson(Topics topics, String release) {
    this.topics = topics;
    this.release = release;
  }

  public byte[] record(JournalRecord record) {
    return utf8(RecordEnvelope.toValue(record));
  }

  /** Sent after each connect. */
  public byte[] birth(String bootId, long session) {
    return utf8(
        Value.Fields.with("online", true)
            .and("gateway", topics.gateway())
            .and("tenant", topics.tenant())
            .and("release", release)
            .and("bootId", bootId)
            .and("session", session)
            .build());
  }

  /** Left with the broker as the will, or sent before an orderly end. */
  public byte[] offline(String reason) {
    return utf8(
        Value.Fields.with("online", false)
            .and("gateway", topics.gateway())
            .and("tenant", topics.tenant())
            .and("reason", reason)
            .build());
  }

  private static byte[] utf8(Value value) {
    return Json.write(value).getBytes(StandardCharsets.UTF_8);
  }
}
