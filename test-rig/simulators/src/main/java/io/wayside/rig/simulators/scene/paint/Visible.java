// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

/**
 * What of a body is to be seen in one picture.
 *
 * @param id of who moves
 * @param wholePx pixels that it would have in the picture by itself
 * @param seenPx those of them that nothing hides
 * @param apart whether road is to be seen all around it
 * @param left of what is seen, in pixels
 * @param top of what is seen
 * @param right the last column of it
 * @param bottom the last row of it
 */
public record Visible(
    int id, int wholePx, int seenPx, boolean apart, int left, int top, int right, int bottom) {

  /** Of all of it, 0 to 1. */
  public double share() {
    return wholePx == 0 ? 0 : seenPx / (double) wholePx;
  }
}
