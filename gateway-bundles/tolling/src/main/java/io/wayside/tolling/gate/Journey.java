// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.time.Instant;

/**
 * The last that is known of a medium.
 *
 * @param way of its last tap that was allowed
 * @param station where
 * @param at when
 * @param open it is in the paid area by that tap
 */
public record Journey(Way way, String station, Instant at, boolean open) {}
