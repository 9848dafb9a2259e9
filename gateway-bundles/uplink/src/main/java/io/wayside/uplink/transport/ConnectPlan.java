// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.transport;

import java.time.Duration;
import java.util.Optional;

/**
 * How to connect.
 *
 * @param broker {@code tcp://host:1883}, {@code ssl://host:8883}, {@code ws://…} or {@code wss://…}
 * @param clientId stable and unique; two gateways with one id throw each other out
 * @param username when the broker asks for one
 * @param password in characters, with the user name
 * @param keepAlive the longest silence before a ping
 * @param timeout for the whole of the connecting
 * @param window the most messages in flight
 * @param will what the broker says, and where, when the connection breaks
 * @param tls for {@code ssl://} and {@code wss://}
 */
@SuppressWarnings("ArrayRecordComponent") // built once per attempt and never compared
public record ConnectPlan(
    String broker,
    String clientId,
    Optional<String> username,
    Optional<char[]> password,
    Duration keepAlive,
    Duration timeout,
    int window,
    Publication will,
    TlsFiles tls) {

  /** How many messages at QoS 0 may wait for the link to take them. */
  public int mostUnwritten() {
    return 2 * window + 8; // more for births and answers
  }
}
