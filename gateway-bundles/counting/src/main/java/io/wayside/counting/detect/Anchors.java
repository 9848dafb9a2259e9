// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import java.util.ArrayList;
import java.util.List;

/** The points of the input at which a model looks, in the order of its rows: grid after grid. */
record Anchors(List<Anchor> all) {

  /** A cell of a grid: its corner in cells, and how many pixels of the input a cell has. */
  record Anchor(int column, int row, int stride) {}

  static Anchors of(int widthPx, int heightPx, List<Integer> strides) {
    List<Anchor> all = new ArrayList<>();
    for (int stride : strides) {
      // Models pad their input: a part of a cell at the edge is a cell.
      int columns = (widthPx + stride - 1) / stride;
      int rows = (heightPx + stride - 1) / stride;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          all.add(new Anchor(column, row, stride));
        }
      }
    }
    return new Anchors(List.copyOf(all));
  }

  int size() {
    return all.size();
  }
}
