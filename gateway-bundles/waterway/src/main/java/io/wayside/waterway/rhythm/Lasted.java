// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

/**
 * Light or dark as it was seen.
 *
 * @param whole whether both ends were seen; otherwise it may have begun earlier
 */
public record Lasted(boolean lit, long fromNanos, long toNanos, boolean whole) {

  public long nanos() {
    return toNanos - fromNanos;
  }
}
