// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.traffic;

/**
 * A vessel went over the line.
 *
 * @param nanos when, reckoned between two fixes
 * @param rightwards from the line's left to its right
 * @param alongM where on the line, from its first end
 * @param speedMps through the crossing, between the fixes around it
 * @param gapNanos between those fixes
 */
public record Crossing(
    long nanos, boolean rightwards, double alongM, double speedMps, long gapNanos) {}
