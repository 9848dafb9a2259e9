// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How much brighter the whole picture is than it used to be: a white vehicle makes a camera close
 * its iris, and the road would become foreground. Judged on a coarse grid by the median of all
 * cells, so that what moves does not count as long as it covers less than half of the picture.
 */
public final class Brightness {

  /** Against noise in the dark, in grey levels. */
  private static final double DARK = 1;

  /** How fast the reference follows, for each picture a hundredth. */
  private static final double PACE = 0.01;

  private double @Nullable [] reference;

  /**
   * How much brighter these cells are than they used to be.
   *
   * @param cells mean grey value of each cell, 0 to 255
   * @return the factor; 1 when it is as bright as ever
   */
  public double of(double[] cells) {
    if (reference == null || reference.length != cells.length) {
      reference = cells.clone();
      return 1;
    }
    double[] ratios = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      ratios[i] = (cells[i] + DARK) / (reference[i] + DARK);
    }
    Arrays.sort(ratios);
    double factor = ratios[ratios.length / 2];
    for (int i = 0; i < cells.length; i++) {
      reference[i] += PACE * (cells[i] / factor - reference[i]);
    }
    return factor;
  }
}
