// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.picture;

/**
 * A picture, lent until the next one is asked for.
 *
 * @param bgr blue, green and red of each pixel, rows from the top without padding; may be longer
 * @param size of this picture
 * @param nativeSize what the camera itself took; privacy masks are drawn in its pixels
 * @param arrivedNanos when it had arrived whole, on this boot's monotonic clock
 * @param skippedBefore pictures dropped since the one before, because a newer was there
 */
@SuppressWarnings("ArrayRecordComponent") // bytes by the million; nobody compares them
public record Picture(
    byte[] bgr, Size size, Size nativeSize, long arrivedNanos, int skippedBefore) {

  public Picture {
    if (bgr.length < size.bytes()) {
      throw new IllegalArgumentException(size + " needs more than " + bgr.length + " bytes");
    }
  }
}
