// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.timing;

/**
 * Samples of a batch without a gap between them.
 *
 * @param from the first, {@code to} excluded
 * @param firstNanos time of the first on the monotonic clock
 * @param intervalNanos measured, never nominal
 * @param sequence of the first since the device started
 */
public record Stretch(int from, int to, long firstNanos, double intervalNanos, long sequence) {}
