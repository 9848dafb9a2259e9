// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.record.Names;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * What a centre is to do.
 *
 * @param broker address, such as {@code tcp://127.0.0.1:1883}
 * @param store the SQLite file; made when it is not there
 * @param tenant whose gateways
 * @param clientId under which the broker keeps what comes while the centre is down; the same for
 *     the same store, another for another
 * @param pageHost on which address of this machine the page is served
 * @param pagePort on which port; 0 chooses a free one
 */
public record CentralPlan(
    String broker, Path store, String tenant, String clientId, String pageHost, int pagePort) {

  private static final Pattern BROKER = Pattern.compile("(tcp|ssl|ws|wss)://[^/\\s]+(/\\S*)?");
  private static final Pattern CLIENT_ID = Pattern.compile("[\\x21-\\x7e]{1,64}");

  public CentralPlan {
    require(
        BROKER.matcher(broker).matches(), "broker", broker, "an address such as tcp://host:1883");
    Names.require("tenant", tenant);
    require(
        CLIENT_ID.matcher(clientId).matches(),
        "client id",
        clientId,
        "1 to 64 printable characters");
    require(pagePort >= 0 && pagePort <= 65_535, "page port", "" + pagePort, "0 to 65535");
  }

  /** With the client id made from the tenant and the page on this machine only. */
  public static CentralPlan of(String broker, Path store, String tenant, int pagePort) {
    return new CentralPlan(broker, store, tenant, clientIdOf(tenant), "127.0.0.1", pagePort);
  }

  static String clientIdOf(String tenant) {
    return "central-" + (tenant.length() > 56 ? tenant.substring(0, 56) : tenant);
  }

  private static void require(boolean holds, String what, String given, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(what + " \"" + given + "\" must be " + expected);
    }
  }
}
