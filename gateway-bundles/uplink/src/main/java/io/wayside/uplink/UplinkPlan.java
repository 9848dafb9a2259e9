// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.delivery.Shaping;
import io.wayside.uplink.transport.TlsFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one uplink was told to do.
 *
 * @param uplinkId its name in the site document, and the name of its outbox
 * @param brokers in the order in which they are tried
 * @param window the most records in flight
 * @param patience a link on which nothing is acknowledged for so long is half-open
 * @param firstConnectWithin the first connection is made at a random time within it
 * @param longestPause between two attempts
 * @param telemetryExpiry after which a broker may throw telemetry away
 * @param shaping how much goes out, and in what pieces
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record UplinkPlan(
    String uplinkId,
    String tenant,
    String gateway,
    String release,
    Profile profile,
    List<String> brokers,
    String clientId,
    Optional<String> username,
    Optional<char[]> password,
    int window,
    Duration keepAlive,
    Duration connectTimeout,
    Duration patience,
    Duration firstConnectWithin,
    Duration longestPause,
    TlsFiles tls,
    Optional<Duration> telemetryExpiry,
    Shaping shaping) {

  /** With the settings that a site document has when it says nothing but where the broker is. */
  public static UplinkPlan standard(String uplinkId, String tenant, String gateway, String broker) {
    return new UplinkPlan(
        uplinkId,
        tenant,
        gateway,
        "unknown",
        Profile.WAYSIDE_JSON,
        List.of(broker),
        gateway,
        Optional.empty(),
        Optional.empty(),
        200,
        Duration.ofSeconds(60),
        Duration.ofSeconds(20),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(300),
        TlsFiles.NONE,
        Optional.empty(),
        Shaping.STANDARD);
  }

  /** The same with another shape. */
  public UplinkPlan with(Shaping other) {
    return new UplinkPlan(
        uplinkId,
        tenant,
        gateway,
        release,
        profile,
        brokers,
        clientId,
        username,
        password,
        window,
        keepAlive,
        connectTimeout,
        patience,
        firstConnectWithin,
        longestPause,
        tls,
        telemetryExpiry,
        other);
  }
}
