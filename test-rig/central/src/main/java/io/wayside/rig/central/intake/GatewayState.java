// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

import java.time.Instant;

/**
 * What a gateway, or the broker on its behalf, last said of its connection.
 *
 * @param gateway its id
 * @param online whether it is connected
 * @param release what runs on it; empty when not said
 * @param reason why it is not connected; empty when it is
 * @param uplink id of the uplink that said so; empty when not said
 * @param heard when the centre heard this
 */
public record GatewayState(
    String gateway, boolean online, String release, String reason, String uplink, Instant heard) {}
