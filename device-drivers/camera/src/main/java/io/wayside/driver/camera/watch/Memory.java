// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.camera.watch;

import io.wayside.driver.camera.picture.GreyGrid;

/**
 * The outlines that stay: what moves through the picture averages out. Light that changes slowly is
 * followed; outlines the night hides are kept for the morning.
 */
final class Memory {

  private static final double STAYS = 0.7;
  private static final int REGIONS = 4;

  /** Cells by which a turned camera is looked for. */
  private static final int FARTHEST = 6;

  private final float[] kept = new float[Outlines.COUNT];

  /** Takes a part of what is seen into what is kept. */
  void learn(Outlines seen, double share, boolean faintToo) {
    for (int i = 0; i < kept.length; i++) {
      if (faintToo || seen.isStrong(i)) {
        kept[i] += (float) (share * (seen.value(i) - kept[i]));
      }
    }
  }

  boolean isEdge(int index) {
    return Math.abs(kept[index]) >= STAYS;
  }

  int edges() {
    int count = 0;
    for (int i = 0; i < kept.length; i++) {
      count += isEdge(i) ? 1 : 0;
    }
    return count;
  }

  /**
   * What was compared and how much of it agrees.
   *
   * @param edges that are strong here and there
   * @param share of them with the same direction, 0 to 1
   */
  record Agreement(int edges, double share) {}

  Agreement agreement(Outlines seen) {
    return agreement(seen, 0, 0);
  }

  /** The best of all small shifts. */
  Agreement bestShifted(Outlines seen, int fewest) {
    Agreement best = new Agreement(0, 0);
    for (int right = -FARTHEST; right <= FARTHEST; right++) {
      for (int down = -FARTHEST; down <= FARTHEST; down++) {
        Agreement here = agreement(seen, right, down);
        if (here.edges >= fewest && here.share > best.share) {
          best = here;
        }
      }
    }
    return best;
  }

  private Agreement agreement(Outlines seen, int right, int down) {
    int both = 0;
    int same = 0;
    for (int row = Math.max(0, -down); row < Math.min(GreyGrid.ROWS, GreyGrid.ROWS - down); row++) {
      int from = Math.max(0, -right);
      int to = Math.min(GreyGrid.COLUMNS, GreyGrid.COLUMNS - right);
      for (int column = from; column < to; column++) {
        int here = 2 * (row * GreyGrid.COLUMNS + column);
        int there = 2 * ((row + down) * GreyGrid.COLUMNS + column + right);
        for (int k = 0; k < 2; k++) {
          if (isEdge(here + k) && seen.isStrong(there + k)) {
            both++;
            same += kept[here + k] > 0 == seen.value(there + k) > 0 ? 1 : 0;
          }
        }
      }
    }
    return new Agreement(both, both == 0 ? 0 : same / (double) both);
  }

  /**
   * In each sixteenth of the picture: the share of its edges that are seen now, -1 if it has few.
   */
  double[] presence(Outlines seen, int fewest) {
    int[] all = new int[REGIONS * REGIONS];
    int[] there = new int[REGIONS * REGIONS];
    for (int i = 0; i < kept.length; i++) {
      if (isEdge(i)) {
        int cell = i / 2;
        int region =
            cell / GreyGrid.COLUMNS * REGIONS / GreyGrid.ROWS * REGIONS
                + cell % GreyGrid.COLUMNS * REGIONS / GreyGrid.COLUMNS;
        all[region]++;
        there[region] += seen.isStrong(i) ? 1 : 0;
      }
    }
    double[] shares = new double[all.length];
    for (int region = 0; region < all.length; region++) {
      shares[region] = all[region] < fewest ? -1 : there[region] / (double) all[region];
    }
    return shares;
  }
}
