// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.scene.shape;

import java.util.Random;

/** Paint and cloth as they are about on Vietnamese roads: many dark, many white. */
final class Paints {

  private static final double[][] CARS = {
    {30, 0.75, 0.75, 0.73},
    {20, 0.015, 0.015, 0.017},
    {17, 0.33, 0.34, 0.35},
    {9, 0.09, 0.095, 0.1},
    {8, 0.35, 0.02, 0.02},
    {6, 0.03, 0.06, 0.2},
    {4, 0.25, 0.2, 0.13},
    {3, 0.6, 0.4, 0.03},
    {3, 0.03, 0.1, 0.05}
  };
  private static final double[][] LORRIES = {
    {30, 0.6, 0.6, 0.58},
    {22, 0.04, 0.1, 0.35},
    {14, 0.06, 0.2, 0.1},
    {12, 0.4, 0.04, 0.03},
    {10, 0.5, 0.35, 0.05},
    {8, 0.2, 0.2, 0.2}
  };
  private static final double[][] BUSES = {
    {30, 0.75, 0.76, 0.74},
    {18, 0.6, 0.42, 0.03},
    {16, 0.05, 0.25, 0.12},
    {16, 0.4, 0.04, 0.04},
    {12, 0.05, 0.12, 0.4}
  };
  private static final double[][] CLOTHES = {
    {18, 0.02, 0.02, 0.025}, {14, 0.05, 0.06, 0.1}, {12, 0.6, 0.6, 0.58}, {10, 0.2, 0.2, 0.2},
    {8, 0.3, 0.04, 0.04}, {8, 0.08, 0.15, 0.35}, {6, 0.35, 0.3, 0.2}, {5, 0.1, 0.2, 0.1},
    {5, 0.45, 0.2, 0.25}, {4, 0.5, 0.4, 0.05}
  };
  private static final double[][] HELMETS = {
    {25, 0.02, 0.02, 0.02},
    {22, 0.65, 0.65, 0.63},
    {14, 0.35, 0.03, 0.03},
    {12, 0.05, 0.1, 0.35},
    {12, 0.22, 0.22, 0.23},
    {8, 0.5, 0.3, 0.03},
    {5, 0.4, 0.15, 0.2}
  };

  private Paints() {}

  static Material car(Random random) {
    return pick(CARS, 0.12, random);
  }

  static Material lorry(Random random) {
    return pick(LORRIES, 0.06, random);
  }

  static Material bus(Random random) {
    return pick(BUSES, 0.1, random);
  }

  static Material cloth(Random random) {
    return pick(CLOTHES, 0, random);
  }

  static Material helmet(Random random) {
    return pick(HELMETS, 0.12, random);
  }

  private static Material pick(double[][] table, double gloss, Random random) {
    double all = 0;
    for (double[] row : table) {
      all += row[0];
    }
    double left = random.nextDouble() * all;
    int i = 0;
    while (left >= table[i][0]) {
      left -= table[i][0];
      i++;
    }
    double age = 0.8 + 0.3 * random.nextDouble();
    return Material.of(table[i][1] * age, table[i][2] * age, table[i][3] * age, gloss);
  }
}
