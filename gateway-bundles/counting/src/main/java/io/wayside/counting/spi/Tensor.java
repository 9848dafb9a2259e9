// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.spi;

import java.util.Arrays;

/**
 * One output of a network, the last index fastest.
 *
 * @param shape as the network says it
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand numbers, read once
public record Tensor(int[] shape, float[] values) {

  /** Numbers of the largest output that is taken: 32 MB, twice what the largest inputs lead to. */
  public static final int MOST = 8_000_000;

  public Tensor {
    long size = 1;
    for (int extent : shape) {
      size *= extent;
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          "a tensor " + Arrays.toString(shape) + " cannot have " + values.length + " values");
    }
  }

  /**
   * How many numbers an output of this shape has: asked before they are fetched, since a model that
   * finds no vehicles may say more than the gateway has room for.
   */
  public static int size(long... shape) throws DetectorFailed {
    long size = 1;
    for (long extent : shape) {
      size = extent < 0 || size > MOST ? Long.MAX_VALUE : size * Math.min(extent, MOST + 1L);
    }
    if (size > MOST) {
      throw new DetectorFailed(
          "an output " + Arrays.toString(shape) + " is larger than that of any detector");
    }
    return (int) size;
  }

  /**
   * Rows and columns when ones in front of them are left out, or nothing if it is no such table.
   */
  public int[] table() {
    int[] without = Arrays.stream(shape).filter(extent -> extent != 1).toArray();
    return switch (without.length) {
      case 2 -> without;
      case 1 -> new int[] {1, without[0]};
      default -> new int[0];
    };
  }
}
