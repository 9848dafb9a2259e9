// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.vision;

/** From one picture to the next a vehicle was on a line, as far as the second one tells. */
public record Occupied(double fromS, double toS) {

  public double seconds() {
    return toS - fromS;
  }
}
