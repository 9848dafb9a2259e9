// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.ArrayList;
import java.util.List;

/** Pictures of drawn boxes: foreground as a map of pixels, blobs as what hangs together in it. */
final class Blobs implements Foreground {

  private final int width;
  private final int height;
  private final boolean[][] on;

  Blobs(int width, int height) {
    this.width = width;
    this.height = height;
    this.on = new boolean[height][width];
  }

  Blobs fill(double x, double y, double w, double h) {
    for (int row = (int) Math.max(0, y); row < Math.min(height, y + h); row++) {
      for (int column = (int) Math.max(0, x); column < Math.min(width, x + w); column++) {
        on[row][column] = true;
      }
    }
    return this;
  }

  /** What hangs together, by flooding. */
  List<Blob> all() {
    boolean[][] seen = new boolean[height][width];
    List<Blob> blobs = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        if (on[y][x] && !seen[y][x]) {
          blobs.add(flood(x, y, seen));
        }
      }
    }
    return blobs;
  }

  private Blob flood(int x0, int y0, boolean[][] seen) {
    List<int[]> open = new ArrayList<>();
    open.add(new int[] {x0, y0});
    seen[y0][x0] = true;
    int left = x0;
    int right = x0;
    int top = y0;
    int bottom = y0;
    int area = 0;
    while (!open.isEmpty()) {
      int[] at = open.remove(open.size() - 1);
      area++;
      left = Math.min(left, at[0]);
      right = Math.max(right, at[0]);
      top = Math.min(top, at[1]);
      bottom = Math.max(bottom, at[1]);
      for (int k = 0; k < 9; k++) {
        int x = at[0] + k % 3 - 1;
        int y = at[1] + k / 3 - 1;
        if (x >= 0 && y >= 0 && x < width && y < height && on[y][x] && !seen[y][x]) {
          seen[y][x] = true;
          open.add(new int[] {x, y});
        }
      }
    }
    return new Blob(new Box(left, top, right - left + 1.0, bottom - top + 1.0), area);
  }

  @Override
  public boolean at(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && on[y][x];
  }

  @Override
  public int inRow(int y, int fromX, int toX) {
    int count = 0;
    for (int x = Math.max(0, fromX); x < Math.min(width, toX); x++) {
      count += on[y][x] ? 1 : 0;
    }
    return count;
  }

  @Override
  public int inColumn(int x, int fromY, int toY) {
    int count = 0;
    for (int y = Math.max(0, fromY); y < Math.min(height, toY); y++) {
      count += on[y][x] ? 1 : 0;
    }
    return count;
  }
}
