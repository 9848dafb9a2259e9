// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.GarbledData;
import java.util.Arrays;
import java.util.List;

/**
 * A request to this gateway's application.
 *
 * @param id {@code request.id}, one level of a topic
 * @param requester {@code requester.client.id}, one level of a topic
 * @param method what to do with the resource
 * @param resource levels of the topic after the method
 * @param payload all that came with it
 */
public record KuraRequest(
    String id, String requester, Method method, List<String> resource, KuraPayload payload) {

  /** What may be asked. */
  public enum Method {
    GET,
    PUT,
    POST,
    DEL,
    EXEC
  }

  public KuraRequest {
    resource = List.copyOf(resource);
  }

  /**
   * Reads a request.
   *
   * @throws GarbledData when it is none or cannot be answered: id and requester become levels of
   *     the reply's topic and must not reach any other
   */
  public static KuraRequest read(KuraTopics topics, String topic, byte[] message)
      throws GarbledData {
    if (!topic.startsWith(topics.requestPrefix())) {
      throw new GarbledData("topic \"" + topic + "\" is not one of this application's requests");
    }
    List<String> levels = List.of(topic.substring(topics.requestPrefix().length()).split("/", -1));
    KuraPayload payload = KuraCodec.read(message);
    return new KuraRequest(
        level(payload, "request.id"),
        level(payload, "requester.client.id"),
        method(levels.get(0)),
        levels.subList(1, levels.size()),
        payload);
  }

  private static String level(KuraPayload payload, String metric) throws GarbledData {
    String text =
        payload
            .text(metric)
            .orElseThrow(() -> new GarbledData("a Kura request has no text metric " + metric));
    try {
      return KuraTopics.level(metric, text);
    } catch (IllegalArgumentException notALevel) {
      throw new GarbledData(String.valueOf(notALevel.getMessage()));
    }
  }

  private static Method method(String word) throws GarbledData {
    return Arrays.stream(Method.values())
        .filter(method -> method.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new GarbledData(
                    "a Kura request's method is \""
                        + word
                        + "\", known are "
                        + Arrays.toString(Method.values())));
  }
}
