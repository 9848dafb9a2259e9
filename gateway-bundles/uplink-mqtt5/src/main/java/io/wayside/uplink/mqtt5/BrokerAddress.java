// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.mqtt5;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A broker's address taken apart.
 *
 * @param host name or address, IPv6 without brackets
 * @param path of a WebSocket, without the leading slash
 */
record BrokerAddress(String host, int port, boolean secure, boolean webSocket, String path) {

  private static final int MQTT = 1883;
  private static final int MQTT_TLS = 8883;
  private static final int HTTP = 80;
  private static final int HTTPS = 443;

  static BrokerAddress parse(String text) {
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException notAnAddress) {
      throw wrong(text, notAnAddress);
    }
    if (uri.getScheme() == null || uri.getHost() == null) {
      throw wrong(text, null);
    }
    return switch (uri.getScheme().toLowerCase(Locale.ROOT)) {
      case "tcp" -> of(uri, MQTT, false, false);
      case "ssl" -> of(uri, MQTT_TLS, true, false);
      case "ws" -> of(uri, HTTP, false, true);
      case "wss" -> of(uri, HTTPS, true, true);
      default -> throw wrong(text, null);
    };
  }

  private static BrokerAddress of(URI uri, int defaultPort, boolean secure, boolean webSocket) {
    String host = uri.getHost();
    if (host.startsWith("[")) {
      host = host.substring(1, host.length() - 1);
    }
    String path = uri.getPath() == null ? "" : uri.getPath();
    int port = uri.getPort() < 0 ? defaultPort : uri.getPort();
    return new BrokerAddress(
        host, port, secure, webSocket, path.startsWith("/") ? path.substring(1) : path);
  }

  private static IllegalArgumentException wrong(String text, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        "broker address \"" + text + "\" is not one of tcp://, ssl://, ws:// or wss://", cause);
  }
}
