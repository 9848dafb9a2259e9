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

  public Message done(KuraAddress to, Instant now, byte[] body) {
    return reply(to, now, metrics(DONE), Optional.of(body));
  }

  /**
   * Refused or failed.
   *
   * @param reason in words
   * @param body what else there is to say
   */
  public Message refused(
      KuraAddress to, Instant now, int code, String reason, Optional<byte[]> body) {
    Map<String, KuraValue> metrics = metrics(code);
    metrics.put("response.exception.message", new KuraValue.Text(reason));
    return reply(to, now, metrics, body);
  }

  /**
   * How a request that takes long goes on.
   *
   * @param type one level of a topic, such as {@code progress}
   */
  public Message notification(
      KuraAddress to, Instant now, String type, Map<String, KuraValue> metrics) {
    return message(
        topics.notification(to.requester(), KuraTopics.level("type", type)),
        KuraPayload.at(now.toEpochMilli(), metrics, Optional.empty()));
  }

  private Message reply(
      KuraAddress to, Instant now, Map<String, KuraValue> metrics, Optional<byte[]> body) {
    return message(
        topics.reply(to.requester(), to.id()), KuraPayload.at(now.toEpochMilli(), metrics, body));
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
