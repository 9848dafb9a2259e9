// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.gpio.lines;

import io.wayside.core.device.ContactChange.StampedBy;

/**
 * A level of a line from a moment on.
 *
 * @param monotonicNanos when, on this boot's clock
 * @param high the electrical level
 * @param stampedBy who took the time
 */
public record Edge(long monotonicNanos, boolean high, StampedBy stampedBy) {}
