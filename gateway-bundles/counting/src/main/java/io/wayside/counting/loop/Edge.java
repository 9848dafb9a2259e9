// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

/**
 * A contact changed.
 *
 * @param nanos when the contact changed, the channel's own delay still in it
 * @param on presence begins, or an axle strikes
 */
public record Edge(Port port, long nanos, boolean on) {}
