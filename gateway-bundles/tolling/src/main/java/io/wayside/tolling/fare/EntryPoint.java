// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.fare;

import java.time.Instant;

/**
 * Where and when a vehicle came into a closed system.
 *
 * @param record its entry's record, such as {@code gate-7/toll.lane-1/4711}
 */
public record EntryPoint(String station, Instant at, String record) {}
