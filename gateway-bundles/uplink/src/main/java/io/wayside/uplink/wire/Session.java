// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.wire;

import java.time.Duration;
import java.time.Instant;

/**
 * The circumstances of one connection at the moment of a message.
 *
 * @param uplink id of the uplink, to which commands about it go
 * @param bootId of the box, or of the process where there is none
 * @param number counts connections since the process started, from 1
 * @param now wall time
 * @param uptime since the uplink started
 */
public record Session(String uplink, String bootId, long number, Instant now, Duration uptime) {}
