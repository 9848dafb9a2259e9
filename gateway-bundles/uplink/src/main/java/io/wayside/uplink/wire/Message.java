// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

/**
 * What is handed to a broker.
 *
 * @param topic without wildcards
 * @param payload the bytes; the caller must not change them afterwards
 * @param qos 0 or 1
 * @param retained whether the broker keeps it for those who subscribe later
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
public record Message(String topic, byte[] payload, int qos, boolean retained) {

  public Message {
    if (qos < 0 || qos > 1) {
      throw new IllegalArgumentException("quality of service is 0 or 1 here, not " + qos);
    }
  }

  /** QoS 1, not retained. */
  public static Message of(String topic, byte[] payload) {
    return new Message(topic, payload, 1, false);
  }
}
