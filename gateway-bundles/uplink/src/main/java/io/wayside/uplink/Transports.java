// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.transport.MqttTransport;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The transport a site document asks for, among those installed. */
public final class Transports {

  private Transports() {}

  public static Optional<MqttTransport> choose(
      String name, List<Map.Entry<Map<String, Object>, MqttTransport>> installed) {
    return installed.stream()
        .filter(entry -> name.equals(entry.getKey().get(MqttTransport.PROPERTY)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  public static String missing(String name) {
    return "transport \""
        + name
        + "\" is not installed; for mqtt5 add the bundle io.wayside.uplink.mqtt5 to the release's"
        + " bundles, or set transport to mqtt3";
  }
}
