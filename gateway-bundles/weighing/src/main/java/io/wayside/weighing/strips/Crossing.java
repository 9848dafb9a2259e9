// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.strips;

/**
 * What one half-line saw of one axle: the raw material of calibration and of the watch over
 * sensors.
 *
 * @param channel of the half-line
 * @param axle its number in the vehicle, from 0
 * @param atNanos when; monotonic
 * @param speedMps speed of the axle at that moment
 * @param loadN load after all factors of the document
 */
public record Crossing(String channel, int axle, long atNanos, double speedMps, double loadN) {}
