// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.Json;
import io.wayside.core.record.JournalRecord;
import io.wayside.journal.record.RecordEnvelope;
import io.wayside.uplink.wire.Message;
import io.wayside.uplink.wire.PayloadProfile;
import io.wayside.uplink.wire.Session;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Records as Kura would send them: flattened metrics for the receiver's tables, and the whole
 * envelope as JSON in the body, so that nothing is lost and the hash can be checked.
 */
public final class KuraProfile implements PayloadProfile {

  private final KuraTopics topics;
  private final KuraDeviceProfile device;

  public KuraProfile(KuraTopics topics, KuraDeviceProfile device) {
    this.topics = topics;
    this.device = device;
  }

  @Override
  public String contentType() {
    return "application/x-protobuf";
  }

  @Override
  public Message record(JournalRecord record) {
    byte[] envelope = Json.write(RecordEnvelope.toValue(record)).getBytes(StandardCharsets.UTF_8);
    return Message.of(
        topics.of(record),
        KuraCodec.write(
            KuraPayload.at(
                record.occurred().wall().toEpochMilli(),
                KuraMetrics.of(record),
                Optional.of(envelope))));
  }

  @Override
  public Message birth(Session session) {
    return lifecycle("BIRTH", 1, session, device.metrics(session.uptime()));
  }

  /** The list of applications, sent again when it changes. */
  public Message apps(Session session) {
    return lifecycle("APPS", 1, session, device.metrics(session.uptime()));
  }

  /** Empty: a receiver looks at the topic only. */
  @Override
  public Message will() {
    return new Message(topics.lifecycle("LWT"), new byte[0], 0, false);
  }

  @Override
  public Message farewell(Session session, String reason) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("uptime", KuraDeviceProfile.uptime(session.uptime()));
    metrics.put("display_name", new KuraValue.Text(device.displayName()));
    return lifecycle("DC", 0, session, metrics);
  }

  private Message lifecycle(String word, int qos, Session session, Map<String, KuraValue> metrics) {
    KuraPayload payload = KuraPayload.at(session.now().toEpochMilli(), metrics, Optional.empty());
    return new Message(topics.lifecycle(word), KuraCodec.write(payload), qos, false);
  }
}
