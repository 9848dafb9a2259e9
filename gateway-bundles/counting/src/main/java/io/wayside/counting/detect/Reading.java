// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

/**
 * One box as a model gives it, in pixels of its input.
 *
 * @param label number of the label
 */
record Reading(int label, double score, double left, double top, double right, double bottom) {

  static Reading around(int label, double score, double x, double y, double width, double height) {
    return new Reading(label, score, x - width / 2, y - height / 2, x + width / 2, y + height / 2);
  }

  /** Whether each number is one. */
  boolean isFinite() {
    return Double.isFinite(score)
        && Double.isFinite(left)
        && Double.isFinite(top)
        && Double.isFinite(right)
        && Double.isFinite(bottom);
  }
}
