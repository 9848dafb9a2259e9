// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** Foreground of one picture. */
public interface Foreground {

  /** Foreground pixels of one row, between two columns, before gaps in it were closed. */
  int inRow(int y, int fromX, int toX);

  /** Foreground pixels of one column, between two rows, before gaps in it were closed. */
  int inColumn(int x, int fromY, int toY);

  /** Whether a pixel belongs to a blob, gaps closed; nothing does outside of the picture. */
  boolean at(int x, int y);

  /** Whether it is dark, and vehicles are seen by their lamps. */
  default boolean isDark() {
    return false;
  }
}
