// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire.kura;

import io.wayside.core.data.GarbledData;

/**
 * Where a reply goes.
 *
 * @param id {@code request.id}, one level of a topic
 * @param requester {@code requester.client.id}, one level of a topic
 */
public record KuraAddress(String id, String requester) {

  /**
   * Reads it of a request.
   *
   * @throws GarbledData when there is none: both become levels of the reply's topic and must not
   *     reach any other
   */
  public static KuraAddress read(KuraPayload payload) throws GarbledData {
    return new KuraAddress(level(payload, "request.id"), level(payload, "requester.client.id"));
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
}
