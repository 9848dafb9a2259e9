// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/**
 * Connected foreground.
 *
 * @param box around it
 * @param area its pixels
 * @param one whether it is known to be one vehicle, which nothing parts
 */
public record Blob(Box box, double area, boolean one) {

  /** One vehicle or several. */
  public Blob(Box box, double area) {
    this(box, area, false);
  }
}
