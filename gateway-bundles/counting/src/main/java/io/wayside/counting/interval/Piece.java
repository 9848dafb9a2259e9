// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.interval;

import java.time.Instant;

/**
 * A part of an interval that is being counted, or was.
 *
 * @param endNanos when the interval ends as wall time stands
 */
record Piece(
    Span span, Span.Slot slot, Instant from, long startNanos, long endNanos, Tally tally) {}
