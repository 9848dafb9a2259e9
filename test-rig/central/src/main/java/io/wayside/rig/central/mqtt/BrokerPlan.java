// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the broker is reached.
 *
 * @param addresses such as {@code tcp://broker:1883}, tried in turn
 * @param clientId under which the broker keeps what comes while the instance is down; always the
 *     same for one instance, another for each
 * @param login when the broker asks for one
 * @param tls for addresses that begin with {@code ssl} or {@code wss}
 * @param group whose members share the load, over MQTT 5; without one the instance is alone and
 *     speaks MQTT 3.1.1
 */
public record BrokerPlan(
    List<String> addresses,
    String clientId,
    Optional<Login> login,
    TlsFiles tls,
    Optional<String> group) {

  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e&&[^/+#$]]{1,64}");

  /**
   * Who we are to the broker.
   *
   * @param password a file whose first line it is, read at each connect
   */
  public record Login(String user, Optional<Path> password) {}

  public BrokerPlan {
    addresses = List.copyOf(addresses);
    if (addresses.isEmpty()) {
      throw new IllegalArgumentException("a broker's address is missing");
    }
    addresses.forEach(BrokerAddress::parse);
    requireName("client id", clientId);
    group.ifPresent(name -> requireName("group", name));
  }

  public static BrokerPlan of(String address, String clientId) {
    return new BrokerPlan(
        List.of(address), clientId, Optional.empty(), TlsFiles.NONE, Optional.empty());
  }

  private static void requireName(String what, String given) {
    if (!NAME.matcher(given).matches()) {
      throw new IllegalArgumentException(
          what
              + " \""
              + given
              + "\" must be 1 to 64 printable characters without blanks and / + # $");
    }
  }
}
