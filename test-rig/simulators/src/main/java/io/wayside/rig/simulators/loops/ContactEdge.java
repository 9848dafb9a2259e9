// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.loops;

/**
 * A contact opens or closes.
 *
 * @param channel lead, trail, piezo-1, piezo-2
 * @param nanos when
 */
public record ContactEdge(String channel, long nanos, boolean on) {}
