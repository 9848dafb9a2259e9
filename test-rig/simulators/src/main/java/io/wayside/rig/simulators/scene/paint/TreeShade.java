// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.paint;

import io.wayside.rig.simulators.scene.view.Vec;

/** Shadows of trees on the ground, on a grid of places, with sun between the leaves. */
final class TreeShade {

  private static final double CELL_M = 0.1;
  private static final double FROM_X_M = -25;
  private static final double FROM_Y_M = -5;
  private static final int COLUMNS = 500;
  private static final int ROWS = 900;

  private final float[] shade = new float[COLUMNS * ROWS];
  private final boolean any;

  TreeShade(RoadPlan road, Light light, long seed) {
    Noise noise = new Noise(seed + 2);
    Vec sun = light.sun();
    this.any = light.sunLevel() > 0.2 && !road.trees().isEmpty();
    for (int i = 0; any && i < shade.length; i++) {
      double x = FROM_X_M + i % COLUMNS * CELL_M;
      double y = FROM_Y_M + Math.floorDiv(i, COLUMNS) * CELL_M;
      for (RoadPlan.Tree tree : road.trees()) {
        double mx = tree.xM() - sun.x() / sun.z() * tree.crownZM();
        double my = tree.yM() - sun.y() / sun.z() * tree.crownZM();
        double r = Math.hypot(x - mx, y - my) / tree.crownRadiusM();
        double gaps = noise.octaves(x * 1.6, y * 1.6, 4);
        if (r < 1.15) {
          double dense = Math.max(0, Math.min(1, (1.25 - r - 0.9 * gaps) * 4));
          shade[i] = Math.max(shade[i], (float) dense);
        }
      }
    }
  }

  boolean isAny() {
    return any;
  }

  /** Share of the sun that leaves take at a place, with the crowns moved by so much. */
  float at(double x, double y, double movedX, double movedY) {
    double column = (x - movedX - FROM_X_M) / CELL_M;
    double row = (y - movedY - FROM_Y_M) / CELL_M;
    int c = (int) Math.floor(column);
    int r = (int) Math.floor(row);
    if (c < 0 || r < 0 || c >= COLUMNS - 1 || r >= ROWS - 1) {
      return 0;
    }
    float fx = (float) (column - c);
    float fy = (float) (row - r);
    int i = r * COLUMNS + c;
    float low = shade[i] + fx * (shade[i + 1] - shade[i]);
    float high = shade[i + COLUMNS] + fx * (shade[i + COLUMNS + 1] - shade[i + COLUMNS]);
    return low + fy * (high - low);
  }
}
