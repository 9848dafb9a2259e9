// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gate;

import java.time.Instant;

/**
 * A medium was held to the reader.
 *
 * @param number of this gate's taps, rising
 * @param token keyed hash of the medium's id
 * @param at wall time
 */
public record Tap(long number, String token, String station, Way way, Instant at) {}
