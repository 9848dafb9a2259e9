// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import io.wayside.uplink.transport.TlsFiles;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What one uplink was told to do. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record CarrierPlan(
    String uplinkId,
    String tenant,
    String gateway,
    String release,
    List<String> brokers,
    String clientId,
    Optional<String> username,
    Optional<char[]> password,
    int window,
    Duration keepAlive,
    Duration connectTimeout,
    Duration patience,
    Duration firstConnectAfter,
    Rests rests,
    TlsFiles tls,
    Optional<Duration> telemetryExpiry) {}
