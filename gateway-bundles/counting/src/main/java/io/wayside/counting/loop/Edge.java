// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * A contact changed.
 *
 * @param nanos when the vehicle caused it, the channel's own delay taken off
 * @param on presence begins, or an axle strikes
 */
public record Edge(Port port, long nanos, boolean on) {}
