// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.core.record.Names;
import io.wayside.rig.central.mqtt.BrokerPlan;
import java.nio.file.Path;

/**
 * What one instance of a centre is to do.
 *
 * @param broker how the broker is reached, alone or with others
 * @param store an SQLite file or the address of a PostgreSQL database; instances that share the
 *     load share the store
 * @param tenant whose gateways
 * @param kura whether records of the Kura profile are read too
 * @param keys what gateways are known to sign with since they were installed
 * @param pageHost on which address of this machine the page is served
 * @param pagePort on which port; 0 chooses a free one
 */
public record CentralPlan(
    BrokerPlan broker,
    String store,
    String tenant,
    boolean kura,
    KeyRing keys,
    String pageHost,
    int pagePort) {

  private static final int LONGEST_TENANT = 56; // of 64 characters of a client id

  public CentralPlan {
    Names.require("tenant", tenant);
    if (pagePort < 0 || pagePort > 65_535) {
      throw new IllegalArgumentException("page port \"" + pagePort + "\" must be 0 to 65535");
    }
  }

  /** A single instance with the client id made from the tenant and the page on this machine. */
  public static CentralPlan of(String broker, Path store, String tenant, int pagePort) {
    return new CentralPlan(
        BrokerPlan.of(broker, clientIdOf(Names.require("tenant", tenant))),
        store.toString(),
        tenant,
        false,
        KeyRing.EMPTY,
        "127.0.0.1",
        pagePort);
  }

  static String clientIdOf(String tenant) {
    return "central-" + tenant.substring(0, Math.min(tenant.length(), LONGEST_TENANT));
  }
}
