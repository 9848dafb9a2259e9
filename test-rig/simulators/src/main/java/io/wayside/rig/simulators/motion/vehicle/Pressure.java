// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.vehicle;

/** How a tyre's load is spread along its contact: {@code 1 - (2x/L)^k}, scaled to one. */
public enum Pressure {
  /** Rounded, as of a tyre with low load or high pressure. */
  PARABOLIC(2),
  /** Flat with steep ends, as of a loaded truck tyre. */
  FLATTENED(6);

  private final int power;

  Pressure(int power) {
    this.power = power;
  }

  /** Share of the load before {@code x} metres from the centre of a contact of the given length. */
  public double before(double xM, double lengthM) {
    double u = 2 * xM / lengthM;
    if (u <= -1) {
      return 0;
    }
    if (u >= 1) {
      return 1;
    }
    double scale = (power + 1.0) / (2 * power);
    return 0.5 + scale * (u - pow(u, power + 1) / (power + 1));
  }

  /** Integral of {@link #before} up to {@code x}, metres. */
  public double beforeIntegral(double xM, double lengthM) {
    double u = 2 * xM / lengthM;
    if (u <= -1) {
      return 0;
    }
    if (u >= 1) {
      return xM;
    }
    double scale = (power + 1.0) / (2 * power);
    double even = u * u / 2 - pow(u, power + 2) / ((power + 1.0) * (power + 2));
    double atEnd = 0.5 - 1 / ((power + 1.0) * (power + 2));
    return lengthM / 2 * (0.5 * (u + 1) + scale * (even - atEnd));
  }

  private static double pow(double u, int exponent) {
    double product = 1;
    for (int i = 0; i < exponent; i++) {
      product *= u;
    }
    return product;
  }
}
