// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.GarbledData;
import java.util.Arrays;
import java.util.List;

/**
 * What is asked of this gateway's application.
 *
 * @param method what to do with the resource
 * @param resource levels of the topic after the method
 */
public record KuraRequest(Method method, List<String> resource) {

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
   * Reads the topic of a request.
   *
   * @throws GarbledData when it is none
   */
  public static KuraRequest read(KuraTopics topics, String topic) throws GarbledData {
    if (!topic.startsWith(topics.requestPrefix())) {
      throw new GarbledData("topic \"" + topic + "\" is not one of this application's requests");
    }
    List<String> levels = List.of(topic.substring(topics.requestPrefix().length()).split("/", -1));
    return new KuraRequest(method(levels.get(0)), levels.subList(1, levels.size()));
  }

  /** Whether it is an answer or news, which come by here when somebody uses our own client id. */
  public static boolean isEcho(KuraTopics topics, String topic) {
    return topic.startsWith(topics.requestPrefix() + "REPLY/")
        || topic.startsWith(topics.requestPrefix() + "NOTIFY/");
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
