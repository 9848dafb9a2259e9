// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.iio.scan;

/**
 * A channel that a buffer can carry.
 *
 * @param id such as {@code voltage0}, {@code voltage0-voltage1}, {@code timestamp}
 * @param index its place among the elements of a scan
 */
public record ScanElement(String id, int index, ScanFormat format) {

  /** The kernel's time of the scan in nanoseconds. */
  public static final String TIMESTAMP = "timestamp";

  public boolean isTimestamp() {
    return id.equals(TIMESTAMP);
  }
}
