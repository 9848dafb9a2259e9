// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

/**
 * The platform's load at one instant, cells added up.
 *
 * @param seconds on the clock of the samples
 * @param totalN all cells
 * @param leftN cells on the left
 * @param rearN cells at the rear
 * @param clipped whether a cell was at the end of its converter's range
 */
record LoadPoint(double seconds, double totalN, double leftN, double rearN, boolean clipped) {

  LoadPoint minus(LoadPoint zero) {
    return new LoadPoint(
        seconds, totalN - zero.totalN, leftN - zero.leftN, rearN - zero.rearN, clipped);
  }
}
