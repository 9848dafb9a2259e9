// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import io.wayside.waterway.aid.Aid;
import io.wayside.waterway.aid.Footing;

/** When something is so; see docs/aids.md for what each rule is good for. */
public record WatchRules(
    LightRules light,
    NightRules night,
    PlaceRules place,
    GaugeRules gauge,
    PowerRules power,
    BodyRules body,
    TelemetryRules telemetry) {

  /**
   * Usual rules of an aid.
   *
   * @param periodMs of its light
   */
  public static WatchRules usual(Aid aid, long periodMs) {
    return new WatchRules(
        LightRules.usual(periodMs),
        NightRules.usual(),
        PlaceRules.usual(),
        GaugeRules.between(-3, 20),
        PowerRules.usual(),
        aid.footing() == Footing.FIXED ? BodyRules.fixed() : BodyRules.floating(),
        TelemetryRules.usual());
  }

  /** How long it takes at most until what is so is told, when everything reports regularly. */
  public Delays delays(long reportNanos) {
    return new Delays(this, Math.max(reportNanos, 1));
  }
}
