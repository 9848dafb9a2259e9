// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.centre;

/**
 * Whether a way is there. A connection that fell silent is noticed when the transport notices: with
 * MQTT, after one and a half times the keep-alive.
 *
 * @param up whether the session stands; nobody at the other end is promised by it
 * @param sinceMonotonicNanos since when it is so, on this boot's monotonic clock
 */
public record Reach(boolean up, long sinceMonotonicNanos) {}
