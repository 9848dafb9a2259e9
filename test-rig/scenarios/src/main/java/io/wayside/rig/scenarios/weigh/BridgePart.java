// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import io.wayside.core.data.FieldsBuilder;
import io.wayside.core.data.Value.Fields;
import io.wayside.core.data.Value.Many;
import io.wayside.rig.simulators.motion.MotionSite;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import java.util.Comparator;
import java.util.List;

/**
 * What the document of a bridge says beyond its head. Influence lines are those of a beam on free
 * supports, as a drawing gives them; calibration finds their scale.
 */
final class BridgePart {

  /** An axle detector answers to this load and more: half of a light car's axle. */
  private static final double LEAST_AXLE_N = 2_000;

  private BridgePart() {}

  static Fields of(FieldsBuilder document, MotionSite site) {
    BridgeSpan bridge = SiteDocument.all(site, BridgeSpan.class).findFirst().orElseThrow();
    document
        .and("spanM", bridge.lengthM())
        .and("strain", bridge.gauges().stream().map(gauge -> strain(bridge, gauge)).toList())
        .and(
            "axleDetectors",
            SiteDocument.all(site, StripLine.class)
                .sorted(Comparator.comparingDouble(StripLine::atM))
                .map(line -> detector(line, bridge.fromM()))
                .toList());
    SiteDocument.thermometer(site)
        .ifPresent(name -> document.and("temperature", Fields.with("channel", name).build()));
    return document.build();
  }

  /** Straight from the supports to the gauge, where a load bends the most. */
  private static Fields strain(BridgeSpan bridge, BridgeSpan.Gauge gauge) {
    double length = bridge.lengthM();
    double momentM = gauge.atM() * (length - gauge.atM()) / length;
    double most = momentM * bridge.strainPerNm() * bridge.electronics().gain();
    return Fields.with("channel", gauge.channel())
        .and(
            "influence",
            new Many(
                List.of(
                    SiteDocument.pair(0, 0),
                    SiteDocument.pair(gauge.atM(), most),
                    SiteDocument.pair(length, 0))))
        .build();
  }

  private static Fields detector(StripLine line, double spanFromM) {
    return Fields.with("channel", line.halves().get(0).channel())
        .and("atM", line.atM() - spanFromM)
        .and("threshold", LEAST_AXLE_N * line.electronics().gain())
        .build();
  }
}
