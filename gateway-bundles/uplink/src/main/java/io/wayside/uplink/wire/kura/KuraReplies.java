// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.uplink.wire.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Answers to requests and news about their progress; QoS 0 as Kura sends them. */
public final class KuraReplies {

  /** Response codes. */
  public static final int DONE = 200;

  public static final int BAD_REQUEST = 400;
  public static final int NOT_FOUND = 404;
  public static final int FAILED = 500;

  private final KuraTopics topics;

  public KuraReplies(KuraTopics topics) {
    this.topics = topics;
  }

  public Message done(KuraRequest request, Instant now, byte[] body) {
    return reply(request, now, metrics(DONE), Optional.of(body));
  }

  /** Refused or failed, with the reason in words. */
  public Message refused(KuraRequest request, Instant now, int code, String reason) {
    Map<String, KuraValue> metrics = metrics(code);
    metrics.put("response.exception.message", new KuraValue.Text(reason));
    return reply(request, now, metrics, Optional.empty());
  }

  /**
   * How a request that takes long goes on.
   *
   * @param type one level of a topic, such as {@code progress}
   */
  public Message notification(
      KuraRequest request, Instant now, String type, Map<String, KuraValue> metrics) {
    return message(
        topics.notification(request.requester(), KuraTopics.level("type", type)),
        KuraPayload.at(now.toEpochMilli(), metrics, Optional.empty()));
  }

  private Message reply(
      KuraRequest request, Instant now, Map<String, KuraValue> metrics, Optional<byte[]> body) {
    return message(
        topics.reply(request.requester(), request.id()),
        KuraPayload.at(now.toEpochMilli(), metrics, body));
  }

  private static Message message(String topic, KuraPayload payload) {
    return new Message(topic, KuraCodec.write(payload), 0, false);
  }

  private static Map<String, KuraValue> metrics(int code) {
    Map<String, KuraValue> metrics = new LinkedHashMap<>();
    metrics.put("response.code", new KuraValue.Int32(code));
    return metrics;
  }
}
