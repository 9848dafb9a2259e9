// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.uncertainty;

/**
 * Standard uncertainties (k = 1) of one axle's mass, in kg.
 *
 * @param resolutionKg rounding of the indication; independent from axle to axle
 * @param spreadKg restlessness of the plateau; independent
 * @param repeatabilityKg what remains when the same axle is weighed again; independent
 * @param plateausKg disagreement of several plateaus of this axle; independent
 * @param instrumentKg error of the instrument's curve; the same curve for every axle of the
 *     vehicle, so fully correlated
 * @param zeroKg error of the zero point; the same zero for every axle, so fully correlated
 */
public record AxleUncertainty(
    double resolutionKg,
    double spreadKg,
    double repeatabilityKg,
    double plateausKg,
    double instrumentKg,
    double zeroKg) {

  /** Coverage factor for about 95 %. */
  static final double COVERAGE = 2;

  double independentVariance() {
    return resolutionKg * resolutionKg
        + spreadKg * spreadKg
        + repeatabilityKg * repeatabilityKg
        + plateausKg * plateausKg;
  }

  /** Half width for about 95 % confidence (k = 2), in kg. */
  public double expandedKg() {
    return COVERAGE
        * Math.sqrt(independentVariance() + instrumentKg * instrumentKg + zeroKg * zeroKg);
  }
}
