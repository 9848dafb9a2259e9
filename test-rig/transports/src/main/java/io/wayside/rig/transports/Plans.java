// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.uplink.transport.ConnectPlan;
import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.TlsFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** Connect plans of a gateway {@code gw-1}. */
public final class Plans {

  public static final String STATUS = "way/v1/demo/gw-1/status";
  public static final String OFFLINE = "{\"online\":false}";

  private Plans() {}

  public static ConnectPlan to(String address) {
    return to(address, Duration.ofSeconds(60), TlsFiles.NONE);
  }

  public static ConnectPlan to(String address, Duration keepAlive, TlsFiles tls) {
    return plan(address, keepAlive, tls, 1, true);
  }

  /** With a will that the broker tells only those who listen at that moment. */
  public static ConnectPlan withPassingWill(String address) {
    return withWill(address, 1, false);
  }

  public static ConnectPlan withWill(String address, int qos, boolean retained) {
    return plan(address, Duration.ofSeconds(60), TlsFiles.NONE, qos, retained);
  }

  private static ConnectPlan plan(
      String address, Duration keepAlive, TlsFiles tls, int willQos, boolean willRetained) {
    return new ConnectPlan(
        address,
        "gw-1",
        Optional.empty(),
        Optional.empty(),
        keepAlive,
        Duration.ofSeconds(3),
        200,
        new Publication(STATUS, OFFLINE.getBytes(StandardCharsets.UTF_8), willQos, willRetained),
        tls);
  }
}
