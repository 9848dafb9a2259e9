// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.spi;

/**
 * Something in a picture.
 *
 * @param label in the model's own words
 * @param confidence 0 to 1
 * @param left in pixels of the picture, as all four
 */
public record Detection(
    String label, double confidence, double left, double top, double right, double bottom) {

  public double area() {
    return Math.max(0, right - left) * Math.max(0, bottom - top);
  }

  /** The area both cover, as a share of what either covers. */
  public double overlap(Detection other) {
    double width = Math.min(right, other.right) - Math.max(left, other.left);
    double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
    if (width <= 0 || height <= 0) {
      return 0;
    }
    double both = width * height;
    return both / (area() + other.area() - both);
  }
}
