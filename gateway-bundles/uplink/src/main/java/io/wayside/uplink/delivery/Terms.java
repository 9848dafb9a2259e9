// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * What one session's delivery keeps to.
 *
 * @param window the most records in flight, in however many messages; fewer on a slow link
 * @param patience without any acknowledgement while something is in flight, the link counts as
 *     half-open
 * @param telemetryExpiry after which the broker may throw telemetry away
 * @param shaping how much goes out, and in what pieces
 */
public record Terms(
    int window, Duration patience, Optional<Duration> telemetryExpiry, Shaping shaping) {}
