// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import io.wayside.uplink.transport.TlsFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one live view was told to do.
 *
 * @param uplinkId its name in the site document, and the name of its outbox
 * @param tenant the Sparkplug group
 * @param gateway the edge node
 * @param brokers in the order in which they are tried
 * @param primaryHost id of the host application for which everything is meant
 * @param window the most records without a word of the broker
 * @param backlogHz the most records of the backlog in a second
 * @param rebirthRest the shortest time between two births of one connection
 * @param hostPatience how long to wait at a broker for the primary host while there are others
 * @param patience a link on which nothing is acknowledged for so long is half-open
 * @param firstConnectWithin the first connection is made at a random time within it
 * @param longestPause between two attempts
 * @param numberFile where the number of the last connection is kept
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LiveViewPlan(
    String uplinkId,
    String tenant,
    String gateway,
    String release,
    List<String> brokers,
    String clientId,
    Optional<String> username,
    Optional<char[]> password,
    Optional<String> primaryHost,
    int window,
    double backlogHz,
    Duration rebirthRest,
    Duration hostPatience,
    Duration keepAlive,
    Duration connectTimeout,
    Duration patience,
    Duration firstConnectWithin,
    Duration longestPause,
    TlsFiles tls,
    Path numberFile) {}
