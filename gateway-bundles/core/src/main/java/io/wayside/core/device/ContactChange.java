// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * A contact changed.
 *
 * @param monotonicNanos when the edge happened
 * @param active the new state in the meaning the site document gives it, after any inversion
 * @param stampedBy who took the time
 */
public record ContactChange(long monotonicNanos, boolean active, StampedBy stampedBy) {

  /** Who took the time of an edge, best first. */
  public enum StampedBy {
    HARDWARE,
    KERNEL,
    DRIVER
  }
}
