// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing;

import io.wayside.core.data.Value;
import io.wayside.weighing.rest.RestRule;
import io.wayside.weighing.statics.Plausibility;
import io.wayside.weighing.statics.StaticRules;
import io.wayside.weighing.uncertainty.Budget;
import io.wayside.weighing.uncertainty.PermissibleError;

/** What the configuration means. */
final class Setup {

  private Setup() {}

  static StaticRules rules(StaticConfig config) {
    return new StaticRules(
        new RestRule(
            config.scaleIntervalKg(),
            config.stableReadings(),
            nanos(config.stableForS()),
            nanos(config.burstMs() / 1e3)),
        config.scaleIntervalKg(),
        config.axlePresentKg(),
        config.zeroBandKg(),
        config.capacityKg(),
        nanos(config.vehicleGapS()),
        nanos(config.signalGapMs() / 1e3),
        nanos(config.stuckAfterS()),
        new Plausibility(
            config.minAxleKg(),
            config.maxAxleKg(),
            config.maxAxles(),
            config.minGrossKg(),
            config.maxGrossKg()));
  }

  static Budget budget(StaticConfig config) {
    return new Budget(
        new PermissibleError(config.scaleIntervalKg(), config.errorsInService()),
        config.repeatabilityKg());
  }

  /** The parameters in force, as they go into every record. */
  static Value.Fields parameters(StaticConfig config) {
    return Value.Fields.with("scaleIntervalKg", config.scaleIntervalKg())
        .and("capacityKg", config.capacityKg())
        .and("stableForS", config.stableForS())
        .and("stableReadings", config.stableReadings())
        .and("burstMs", config.burstMs())
        .and("signalGapMs", config.signalGapMs())
        .and("zeroBandKg", config.zeroBandKg())
        .and("axlePresentKg", config.axlePresentKg())
        .and("vehicleGapS", config.vehicleGapS())
        .and("stuckAfterS", config.stuckAfterS())
        .and("minAxleKg", config.minAxleKg())
        .and("maxAxleKg", config.maxAxleKg())
        .and("maxAxles", config.maxAxles())
        .and("minGrossKg", config.minGrossKg())
        .and("maxGrossKg", config.maxGrossKg())
        .and("repeatabilityKg", config.repeatabilityKg())
        .and("errorsInService", config.errorsInService())
        .build();
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }
}
