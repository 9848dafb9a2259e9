// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.aid;

/**
 * What holds a buoy.
 *
 * @param lengthM from the sinker to the buoy, in metres
 * @param depthM of water over the sinker when the gauge stands at its zero, in metres
 */
public record Mooring(double lengthM, double depthM) {

  public Mooring {
    if (!(lengthM > 0) || !Double.isFinite(depthM)) {
      throw new IllegalArgumentException(
          "a mooring of " + lengthM + " m over " + depthM + " m of water holds nothing");
    }
  }

  /**
   * How far the buoy can be from above its sinker: a tight line in deep water, a wide circle in
   * shallow water.
   *
   * @param gaugeM the gauge now, above its zero
   */
  public double swingM(double gaugeM) {
    double depth = Math.max(0, depthM + gaugeM);
    return depth >= lengthM ? 0 : Math.sqrt(lengthM * lengthM - depth * depth);
  }
}
