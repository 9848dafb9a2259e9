// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.rhythm;

/**
 * The levels of a light in good order, in the unit of its input.
 *
 * @param dark while it is dark; 0 for a current
 * @param rise by how much more while it is lit
 */
public record Usual(double dark, double rise) {

  public Usual {
    if (!Double.isFinite(dark) || !(rise > 0) || !Double.isFinite(rise)) {
      throw new IllegalArgumentException(
          "a light's level rises from a finite one by more than 0, not from "
              + dark
              + " by "
              + rise);
    }
  }
}
