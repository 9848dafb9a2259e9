// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

/**
 * Kinds of batteries: how full they are by the voltage of one at rest, of 12 V nominal and at 25
 * degrees. Usual figures, good to a tenth; what counts is how they change from day to day.
 */
public enum Chemistry {
  LEAD(11.0, 0.01),
  LIFEPO4(10.8, 0.004);

  private static final double NOMINAL_V = 12;
  private static final double USUAL_CEL = 25;

  /** Least part of its capacity that is reckoned with in the cold. */
  private static final double LEAST = 0.3;

  private final double flatV;
  private final double lossPerCel;

  Chemistry(double flatV, double lossPerCel) {
    this.flatV = flatV;
    this.lossPerCel = lossPerCel;
  }

  /** Voltage and how full, rising. */
  private double[][] curve() {
    return switch (this) {
      case LEAD -> new double[][] {{11.7, 0}, {12.0, 0.25}, {12.25, 0.5}, {12.5, 0.75}, {12.75, 1}};
      case LIFEPO4 ->
          new double[][] {
            {10.5, 0}, {12.0, 0.1}, {12.8, 0.2}, {13.0, 0.4}, {13.2, 0.75}, {13.4, 1}
          };
    };
  }

  /** How full it is, 0 to 1. */
  double full(double voltage, double nominalV) {
    double v = voltage * NOMINAL_V / nominalV;
    double[][] curve = curve();
    if (v <= curve[0][0]) {
      return 0;
    }
    for (int i = 1; i < curve.length; i++) {
      double[] low = curve[i - 1];
      double[] high = curve[i];
      if (v <= high[0]) {
        return low[1] + (v - low[0]) / (high[0] - low[0]) * (high[1] - low[1]);
      }
    }
    return 1;
  }

  /** Below this it is empty, even under load. */
  double flatV(double nominalV) {
    return flatV * nominalV / NOMINAL_V;
  }

  /** Which part of its capacity is left at a temperature. */
  double capacityAt(double cel) {
    return Math.max(LEAST, 1 - lossPerCel * Math.max(0, USUAL_CEL - cel));
  }
}
