// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** As much of a part as has foreground: the other part may have stood out to a side. */
final class Tight {

  private Tight() {}

  static Box around(Box part, Foreground foreground) {
    int top = (int) part.y();
    int bottom = (int) part.bottom();
    int left = (int) part.x();
    int right = (int) part.right();
    while (left < right - 1 && foreground.inColumn(left, top, bottom) == 0) {
      left++;
    }
    while (right > left + 1 && foreground.inColumn(right - 1, top, bottom) == 0) {
      right--;
    }
    while (top < bottom - 1 && foreground.inRow(top, left, right) == 0) {
      top++;
    }
    while (bottom > top + 1 && foreground.inRow(bottom - 1, left, right) == 0) {
      bottom--;
    }
    return new Box(left, top, right - left, bottom - top);
  }
}
