// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.automation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The free height under a bridge, for a display: never more than there is, and nothing rather than
 * an old figure or one of a gauge that is not steady.
 *
 * @param gauge by which gauge, {@code DEVICE/STATION}
 * @param spanM of the underside above the datum of the gauge
 * @param marginM kept back for waves and the gauge's own error
 * @param stepM in which steps the display shows it
 */
public record Clearance(
    String gauge,
    double spanM,
    double marginM,
    double stepM,
    Duration staleAfter,
    Steadiness steadiness) {

  public Clearance {
    if (!(stepM > 0) || !(marginM >= 0) || !Double.isFinite(spanM)) {
      throw new IllegalArgumentException(
          "a span of " + spanM + " m with a margin of " + marginM + " m in steps of " + stepM);
    }
  }

  /** What is to be shown at a level; empty without one. */
  Optional<BigDecimal> shown(OptionalDouble levelM) {
    return levelM.isEmpty() ? Optional.empty() : Optional.of(shown(levelM.getAsDouble()));
  }

  private BigDecimal shown(double levelM) {
    BigDecimal free =
        BigDecimal.valueOf(spanM)
            .subtract(BigDecimal.valueOf(levelM))
            .subtract(BigDecimal.valueOf(marginM));
    BigDecimal step = BigDecimal.valueOf(stepM);
    BigDecimal steps = free.divide(step, 0, RoundingMode.FLOOR);
    return steps.multiply(step).max(BigDecimal.ZERO);
  }
}
