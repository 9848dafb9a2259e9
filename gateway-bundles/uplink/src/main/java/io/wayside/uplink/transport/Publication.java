// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * One message to a broker.
 *
 * @param topic without wildcards
 * @param payload the bytes; the caller must not change them afterwards
 * @param qos 0: at most once, nobody says whether it arrived; 1: acknowledged by the broker
 * @param retained whether the broker keeps it for those who subscribe later
 * @param contentType IANA media type; said only where the protocol can (MQTT 5)
 * @param expiry after which the broker may throw it away unread; heeded only by MQTT 5
 */
@SuppressWarnings("ArrayRecordComponent") // made once, sent once, never compared
public record Publication(
    String topic,
    byte[] payload,
    int qos,
    boolean retained,
    Optional<String> contentType,
    Optional<Duration> expiry) {

  public Publication {
    if (qos < 0 || qos > 1) {
      throw new IllegalArgumentException("quality of service is 0 or 1 here, not " + qos);
    }
  }

  public Publication(String topic, byte[] payload, int qos, boolean retained) {
    this(topic, payload, qos, retained, Optional.empty(), Optional.empty());
  }

  public Publication typed(String mediaType) {
    return new Publication(topic, payload, qos, retained, Optional.of(mediaType), expiry);
  }

  public Publication expiring(Optional<Duration> after) {
    return new Publication(topic, payload, qos, retained, contentType, after);
  }
}
