// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

import io.wayside.driver.camera.picture.GreyGrid;

/**
 * How brightness changes from cell to cell, to the right and down. Whether it rises or falls at an
 * edge of a thing stays the same in another light; how much does not, so it counts in means of the
 * picture.
 */
final class Outlines {

  static final int COUNT = 2 * GreyGrid.COLUMNS * GreyGrid.ROWS;

  /** In steps of 1/16 grey level: below this it is noise. */
  private static final int FAINT = 4 * 16;

  /** An edge is as steep as this many means. */
  private static final double STEEP = 1.0;

  private static final double STEEPEST = 3.0;

  private final float[] values = new float[COUNT];
  private final boolean[] strong = new boolean[COUNT];

  Outlines(GreyGrid grid) {
    int[] grey = grid.grey();
    int[] raw = new int[COUNT];
    long sum = 0;
    int count = 0;
    for (int i = 0; i < COUNT; i++) {
      raw[i] = difference(grey, i);
      sum += Math.abs(raw[i]);
      count += raw[i] != 0 ? 1 : 0;
    }
    double mean = count == 0 ? 1 : Math.max(1, sum / (double) count);
    for (int i = 0; i < COUNT; i++) {
      values[i] = (float) Math.max(-STEEPEST, Math.min(STEEPEST, raw[i] / mean));
      strong[i] = Math.abs(raw[i]) >= FAINT && Math.abs(values[i]) >= STEEP;
    }
  }

  /** Between the cells before and behind; none at the border or beside what is hidden. */
  private static int difference(int[] grey, int index) {
    int cell = index / 2;
    int column = cell % GreyGrid.COLUMNS;
    int row = cell / GreyGrid.COLUMNS;
    boolean across = index % 2 == 0;
    boolean border =
        across
            ? column == 0 || column == GreyGrid.COLUMNS - 1
            : row == 0 || row == GreyGrid.ROWS - 1;
    if (border) {
      return 0;
    }
    int step = across ? 1 : GreyGrid.COLUMNS;
    int before = grey[cell - step];
    int behind = grey[cell + step];
    return before == GreyGrid.HIDDEN || behind == GreyGrid.HIDDEN ? 0 : behind - before;
  }

  float value(int index) {
    return values[index];
  }

  boolean isStrong(int index) {
    return strong[index];
  }
}
