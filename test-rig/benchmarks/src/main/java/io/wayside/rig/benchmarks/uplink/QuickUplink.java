// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import io.wayside.core.journal.Outbox;
import io.wayside.rig.benchmarks.journal.SampleRecords;
import io.wayside.uplink.Uplink;
import io.wayside.uplink.UplinkPlan;
import io.wayside.uplink.paho.PahoTransport;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;

/**
 * The gateway's uplink with the settings of a site, but that it connects at once and again soon.
 */
public final class QuickUplink {

  static final String TENANT = "bench";
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

  private QuickUplink() {}

  /** Begins to deliver to a broker on the loopback address. */
  public static Uplink start(String uplinkId, Outbox outbox, int port, int window) {
    return Uplink.start(
        plan(uplinkId, port, window),
        outbox,
        new PahoTransport(SampleRecords.clock()),
        Optional.empty(),
        SampleRecords.clock(),
        new Random(1));
  }

  private static UplinkPlan plan(String uplinkId, int port, int window) {
    UplinkPlan standard =
        UplinkPlan.standard(uplinkId, TENANT, SampleRecords.GATEWAY, "tcp://127.0.0.1:" + port);
    return new UplinkPlan(
        standard.uplinkId(),
        standard.tenant(),
        standard.gateway(),
        standard.release(),
        standard.profile(),
        standard.brokers(),
        standard.clientId(),
        standard.username(),
        standard.password(),
        window,
        standard.keepAlive(),
        standard.connectTimeout(),
        standard.patience(),
        Duration.ZERO,
        LONGEST_PAUSE,
        standard.tls(),
        standard.telemetryExpiry(),
        standard.shaping());
  }
}
