// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

/**
 * One passage of a known axle or truck over one sensor.
 *
 * @param sensor name of its channel; {@code *} for the instrument as a whole
 * @param truck which known truck, for the report
 * @param speedMps while it passed
 * @param referenceN known load
 * @param measuredN load measured with the constants in force
 */
public record Run(
    String sensor, String truck, double speedMps, double referenceN, double measuredN) {

  public Run {
    if (!(referenceN > 0) || !(measuredN > 0) || !(speedMps >= 0)) {
      throw new IllegalArgumentException(
          "a run needs loads above zero and a speed, not " + referenceN + ", " + measuredN);
    }
  }

  /** Measured over known. */
  double ratio() {
    return measuredN / referenceN;
  }
}
