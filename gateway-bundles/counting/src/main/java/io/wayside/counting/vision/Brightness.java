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

  /** A factor so near to 1 does no harm. */
  private static final double OFF = 0.02;

  /** A cell is as bright as ever within that. */
  private static final double SAME = 0.01;

  /** An iris changes all there is; where so large a part of the cells is as ever, it did not. */
  private static final double AS_EVER = 0.25;

  /** Cells that are white or black stay so, whatever the iris does, in grey levels. */
  private static final double WHITE = 235;

  private static final double BLACK = 12;

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
    int asEver = 0;
    for (int i = 0; i < cells.length; i++) {
      ratios[i] = (cells[i] + DARK) / (reference[i] + DARK);
      boolean tells = reference[i] > BLACK && reference[i] < WHITE;
      asEver += tells && Math.abs(ratios[i] - 1) < SAME ? 1 : 0;
    }
    Arrays.sort(ratios);
    double factor = ratios[ratios.length / 2];
    if (Math.abs(factor - 1) > OFF && asEver > AS_EVER * cells.length) {
      factor = 1; // a vehicle that covers most of the picture, or just left it
    }
    for (int i = 0; i < cells.length; i++) {
      reference[i] += PACE * (cells[i] / factor - reference[i]);
    }
    return factor;
  }
}
