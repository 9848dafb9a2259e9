// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import java.util.Arrays;

/**
 * One output of a network, the last index fastest.
 *
 * @param shape as the network says it
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand numbers, read once
public record Tensor(int[] shape, float[] values) {

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
   * Rows and columns when ones in front of them are left out, or nothing if it is no such table.
   */
  int[] table() {
    int[] without = Arrays.stream(shape).filter(extent -> extent != 1).toArray();
    return switch (without.length) {
      case 2 -> without;
      case 1 -> new int[] {1, without[0]};
      default -> new int[0];
    };
  }
}
