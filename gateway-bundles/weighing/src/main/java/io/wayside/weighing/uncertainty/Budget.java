// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.uncertainty;

import java.util.List;

/**
 * Puts the uncertainty of a static weighing together.
 *
 * @param error the instrument's permissible error, taken as the limits of a rectangular
 *     distribution
 * @param repeatabilityKg standard deviation found when one axle is weighed again and again on this
 *     site, in kg
 */
public record Budget(PermissibleError error, double repeatabilityKg) {

  private static final double ROOT_3 = Math.sqrt(3);
  private static final double ROOT_12 = Math.sqrt(12);

  /** Accuracy of zero setting as a share of the interval (OIML R 76; from general knowledge). */
  private static final double ZERO_SETTING = 0.25;

  /**
   * One axle.
   *
   * @param massKg the mass recorded
   * @param resolutionKg step of the indication
   * @param spreadKg standard deviation within the plateau
   * @param farthestPlateauKg largest distance of another plateau of the same axle from {@code
   *     massKg}
   * @param zeroKg what the empty platform indicated before; not subtracted, hence doubt
   */
  public AxleUncertainty axle(
      double massKg,
      double resolutionKg,
      double spreadKg,
      double farthestPlateauKg,
      double zeroKg) {
    double zeroLimitKg = Math.max(Math.abs(zeroKg), ZERO_SETTING * error.intervalKg());
    return new AxleUncertainty(
        resolutionKg / ROOT_12,
        spreadKg,
        repeatabilityKg,
        farthestPlateauKg / ROOT_3,
        error.atKg(massKg) / ROOT_3,
        zeroLimitKg / ROOT_3);
  }

  /**
   * The sum of axles (k = 2), in kg: correlated parts add up as they are, source by source, the
   * independent parts as squares.
   */
  public static double grossExpandedKg(List<AxleUncertainty> axles) {
    double instrument = axles.stream().mapToDouble(AxleUncertainty::instrumentKg).sum();
    double zero = axles.stream().mapToDouble(AxleUncertainty::zeroKg).sum();
    double independent = axles.stream().mapToDouble(AxleUncertainty::independentVariance).sum();
    return AxleUncertainty.COVERAGE
        * Math.sqrt(independent + instrument * instrument + zero * zero);
  }
}
