// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** Foreground of one picture before gaps in it were closed. */
public interface Foreground {

  /** Foreground pixels of one row, between two columns. */
  int inRow(int y, int fromX, int toX);

  /** Foreground pixels of one column, between two rows. */
  int inColumn(int x, int fromY, int toY);
}
