// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

/**
 * A source went quiet or unreadable.
 *
 * @param sinceMonotonicNanos the last moment up to which nothing was missed
 * @param cause what a station can tell its operator
 * @param detail names the device, the place and the remedy
 */
public record Interruption(long sinceMonotonicNanos, Cause cause, String detail) {

  /** Why nothing usable is heard. */
  public enum Cause {
    LINK_DOWN,
    SILENT,
    GARBLED,
    OVERRUN,
    STOPPED
  }
}
