// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * A broker's address taken apart.
 *
 * @param host name or address, IPv6 without brackets
 * @param path of a WebSocket, without the leading slash
 */
record BrokerAddress(String host, int port, boolean secure, boolean webSocket, String path) {

  static BrokerAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notAnAddress) {
      throw wrong(text);
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw wrong(text);
    }
    return switch (uri.getScheme()) {
      case "tcp" -> of(uri, 1883, false, false);
      case "ssl" -> of(uri, 8883, true, false);
      case "ws" -> of(uri, 80, false, true);
      case "wss" -> of(uri, 443, true, true);
      default -> throw wrong(text);
    };
  }

  private static BrokerAddress of(URI uri, int defaultPort, boolean secure, boolean webSocket) {
    String path = uri.getPath() == null ? "" : uri.getPath();
    return new BrokerAddress(
        uri.getHost().replaceAll("[\\[\\]]", ""),
        uri.getPort() < 0 ? defaultPort : uri.getPort(),
        secure,
        webSocket,
        path.startsWith("/") ? path.substring(1) : path);
  }

  private static IllegalArgumentException wrong(String text) {
    return new IllegalArgumentException(
        "broker \"" + text + "\" must be an address such as tcp://host:1883, or ssl, ws, wss");
  }
}
